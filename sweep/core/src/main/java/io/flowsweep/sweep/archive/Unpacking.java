package io.flowsweep.sweep.archive;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the entries of an archive, and refuses one that expands to absurdly much: what counts is what comes out, not what the
 * archive says of itself. Confined to one thread.
 */
final class Unpacking {

    /** Logs of runs that are much alike shrink to a fiftieth. */
    private static final long MOST_TIMES = 500;

    private static final long ALWAYS_ALLOWED = 64L << 20;

    private final ZipFile zip;
    private final long most;
    private final Function<String, RuntimeException> wrong;
    private long checked;

    /** @param size of the archive, in bytes */
    Unpacking(ZipFile zip, long size, Function<String, RuntimeException> wrong) {
        this.zip = zip;
        this.most = Math.max(ALWAYS_ALLOWED, Math.multiplyExact(MOST_TIMES, size));
        this.wrong = wrong;
    }

    private RuntimeException tooMuch(String what) {
        return wrong.apply(what + " expands to more than " + (most >> 20) + " MiB, far more than a sweep of its size");
    }

    /** Null when there is none. */
    ZipEntry entry(String name) {
        return zip.getEntry(name);
    }

    /** The SHA-256 of an entry's content, in hexadecimal digits; what was read for it counts for the archive as a whole. */
    String digest(ZipEntry entry) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = open(entry)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                    checked += n;
                    if (checked > most) {
                        throw tooMuch("all of it");
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The content, of at most so many bytes. */
    byte[] bytes(ZipEntry entry, int longest) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = open(entry)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (out.size() + (long) n > longest) {
                    throw wrong.apply("\"" + entry.getName() + "\" in it is longer than " + longest + " bytes");
                }
                out.write(buffer, 0, n);
            }
        }
        return out.toByteArray();
    }

    boolean isSame(ZipEntry entry, Path file) throws IOException {
        byte[] left = new byte[1 << 16];
        try (InputStream in = open(entry);
                InputStream there = Files.newInputStream(file)) {
            while (true) {
                byte[] right = there.readNBytes(left.length);
                int n = in.readNBytes(left, 0, left.length);
                if (n != right.length || !Arrays.equals(left, 0, n, right, 0, n)) {
                    return false;
                }
                if (n < left.length) {
                    return true;
                }
            }
        }
    }

    /** Counts what comes out of it. */
    InputStream open(ZipEntry entry) throws IOException {
        return new FilterInputStream(zip.getInputStream(entry)) {
            private long count;

            @Override
            public int read() throws IOException {
                int b = super.read();
                counted(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int n = super.read(buffer, from, length);
                counted(Math.max(0, n));
                return n;
            }

            private void counted(int n) {
                count += n;
                if (count > most) {
                    throw tooMuch("\"" + entry.getName() + "\" in it");
                }
            }
        };
    }
}
