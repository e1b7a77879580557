package io.flowsweep.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;

/** A file of the local repository, with what Maven keeps beside it. */
final class LocalFile {

    private static final String ORIGINS = "_remote.repositories";

    private LocalFile() {}

    /** Whether it differs from the checksum that came with it, or is a jar that cannot be opened. */
    static boolean isDamaged(File file) {
        Path checksum = Path.of(file + ".sha1");
        try {
            if (Files.isReadable(checksum)) {
                String told = Files.readString(checksum, StandardCharsets.UTF_8).strip();
                String digits = told.length() >= 40 ? told.substring(0, 40) : told;
                if (!digits.equalsIgnoreCase(digest("SHA-1", file))) {
                    return true;
                }
            }
            if (file.getName().endsWith(".jar")) {
                new ZipFile(file).close();
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    static String sha256(File file) {
        return digest("SHA-256", file);
    }

    /** Removes it, so that it is fetched again. */
    static void remove(File file) {
        try {
            for (String suffix : List.of("", ".sha1", ".md5", ".lastUpdated")) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of the repository that it was fetched from; empty when it was installed here. */
    static String repository(File file) {
        Path origins = file.toPath().resolveSibling(ORIGINS);
        if (!Files.isReadable(origins)) {
            return "";
        }
        try {
            String start = file.getName() + ">";
            return Files.readAllLines(origins).stream()
                    .filter(line -> line.startsWith(start) && line.endsWith("="))
                    .map(line -> line.substring(start.length(), line.length() - 1))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static String digest(String algorithm, File file) {
        try (InputStream in = Files.newInputStream(file.toPath())) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
