package io.flowsweep.dependencies;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A jar, or a folder of classes, from which a flow is taken by the name of its class. */
public final class CompiledPlace {

    private CompiledPlace() {}

    /** Whether classes are here, rather than sources: a jar, or a folder without any {@code .java} file. */
    public static boolean holdsClasses(Path place) {
        if (!Files.isDirectory(place)) {
            return place.toString().endsWith(".jar");
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.noneMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps the jar, or the folder as one, in the store.
     *
     * @param flow the binary name of the flow's class, which is not looked for yet
     * @throws InvalidInputException when there is no such jar or folder
     */
    public static CompiledFlow keep(Path place, String flow, Store store) {
        if (!Files.exists(place)) {
            throw new InvalidInputException(
                    "there is no such jar or folder",
                    SourceFile.shown(place),
                    "Name what your build has made, then ! and the flow's class.");
        }
        String address = store.putBlob(content(place));
        return new CompiledFlow(flow, address, address);
    }

    /** The bytes of the jar, or of one with the files of the folder. */
    static byte[] content(Path place) {
        try {
            return Files.isDirectory(place) ? StableJar.of(files(place)) : Files.readAllBytes(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, byte[]> files(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> regular = all.filter(Files::isRegularFile).toList();
            for (Path file : regular) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
