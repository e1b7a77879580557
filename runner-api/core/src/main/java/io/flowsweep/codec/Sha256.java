package io.flowsweep.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 (FIPS 180-4), written as 64 lower-case hexadecimal digits: of one content, or of several parts, each with its
 * length, so that moving bytes between parts changes it. Not thread-safe.
 */
public final class Sha256 {

    /** Never used itself: copies of it are, which cost less than another look for who implements the algorithm. */
    private static final MessageDigest UNUSED = named("SHA-256");

    private final MessageDigest digest = sha256();

    /** The digest of the bytes alone. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** The same of a file's content. */
    public static String of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return copying(in, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of what is left in a stream, while it is written to another. */
    public static String copying(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            digest.update(buffer, 0, n);
            to.write(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of a text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public Sha256 add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    public Sha256 add(byte[] part) {
        digest.update(Integer.toString(part.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(part);
        return this;
    }

    /** The digest of all parts; ends the use of this object. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return named(UNUSED.getAlgorithm());
        }
    }

    private static MessageDigest named(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
