package io.flowsweep.dependencies;

import io.flowsweep.codec.Sha256;
import io.flowsweep.errors.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/**
 * The sources that are compiled together.
 *
 * @param files in the order of their names
 * @param root the folder in which they are
 * @param shown what they are called in messages
 * @param flow which class is the flow, by its simple or its binary name; empty when there is only one
 */
record Sources(List<SourceFile> files, Path root, String shown, Optional<String> flow) {

    private static final Pattern FLOW = Pattern.compile("class\\s+(\\w+)\\s+extends");

    /** @throws InvalidInputException when there is no such file or folder, or no source in it */
    static Sources read(Path place, Optional<String> flow) {
        if (!Files.isDirectory(place)) {
            SourceFile file = SourceFile.read(place);
            return new Sources(List.of(file), file.path().getParent(), file.shown(), flow);
        }
        Path root = place.toAbsolutePath().normalize();
        List<SourceFile> files =
                SourceTree.below(root, ".java").stream().map(SourceFile::read).toList();
        if (files.isEmpty()) {
            throw new InvalidInputException(
                    "there is no .java file in this folder", SourceFile.shown(root), "Name the folder of the sources.");
        }
        return new Sources(files, root, SourceFile.shown(root), flow);
    }

    /** The same with further files; see {@link SourceGlobs}. */
    Sources with(List<String> globs) {
        if (globs.isEmpty()) {
            return this;
        }
        Map<Path, SourceFile> all = new TreeMap<>();
        files.forEach(file -> all.put(file.path(), file));
        SourceGlobs.files(root, globs).forEach(file -> all.computeIfAbsent(file, SourceFile::read));
        return new Sources(List.copyOf(all.values()), root, shown, flow);
    }

    /** A source that is in no file; messages call it by its flow. */
    static Sources of(String text) {
        Matcher flow = FLOW.matcher(text);
        Path file = Path.of("").toAbsolutePath().resolve((flow.find() ? flow.group(1) : "Flow") + ".java");
        SourceFile source = new SourceFile(file, text.getBytes(StandardCharsets.UTF_8));
        return new Sources(List.of(source), file.getParent(), source.shown(), Optional.empty());
    }

    /** Of one file, that of its bytes; of several, one of all names and contents. */
    String digest() {
        if (files.size() == 1) {
            return Sha256.of(files.get(0).bytes());
        }
        Sha256 digest = new Sha256();
        files.forEach(file -> digest.add(name(file)).add(file.bytes()));
        return digest.hex();
    }

    /** A file's name in the folder, the same on every machine. */
    String name(SourceFile file) {
        return root.relativize(file.path()).toString().replace('\\', '/');
    }

    /** The file that the compiler speaks of; the first one when it speaks of none. */
    SourceFile file(JavaFileObject named) {
        return files.stream()
                .filter(f -> named != null && f.path().toUri().equals(named.toUri()))
                .findFirst()
                .orElse(files.get(0));
    }
}
