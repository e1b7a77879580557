package io.flowsweep.dependencies;

import io.flowsweep.codec.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells whether a class path has changed since a source was compiled against it: by name, size and time of last
 * modification of each jar and of each class file in a folder, in order. Reads no content.
 */
final class ClassPathDigest {

    private ClassPathDigest() {}

    static String of(List<Path> classPath) {
        Sha256 digest = new Sha256();
        for (Path entry : classPath) {
            if (Files.isDirectory(entry)) {
                try (Stream<Path> files = Files.walk(entry)) {
                    files.filter(file -> file.toString().endsWith(".class"))
                            .sorted()
                            .forEach(file -> add(digest, entry.relativize(file).toString(), file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            } else if (Files.exists(entry)) {
                add(digest, entry.getFileName().toString(), entry);
            }
            digest.add("next entry");
        }
        return digest.hex();
    }

    private static void add(Sha256 digest, String name, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            digest.add(name)
                    .add(Long.toString(attributes.size()))
                    .add(Long.toString(attributes.lastModifiedTime().toMillis()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
