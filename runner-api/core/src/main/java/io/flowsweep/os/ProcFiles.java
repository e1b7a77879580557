package io.flowsweep.os;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Small files below {@code /proc}, and the units of what stands in them. Works on Linux only; elsewhere nothing is found. */
public final class ProcFiles {

    private static final int MOST = 1 << 16;
    private static final long AT_PAGESZ = 6;
    private static final long AT_CLKTCK = 17;

    /** Bytes of a page of memory. */
    public static final long PAGE = auxiliary(AT_PAGESZ, 4096);

    /** Ticks of a second of processor time. */
    public static final double TICKS = auxiliary(AT_CLKTCK, 100);

    private ProcFiles() {}

    /** The first 64 KB; empty when the process is gone or another user's. */
    public static Optional<String> read(long pid, String file) {
        return read("/proc/" + pid + "/" + file);
    }

    public static Optional<String> read(String path) {
        try (InputStream in = new FileInputStream(path)) {
            return Optional.of(new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The number that stands behind a key in a text of lines such as {@code VmHWM:   4096 kB}, in bytes; -1 for none. */
    public static long bytes(String text, String key) {
        int at = text.startsWith(key) ? 0 : text.indexOf("\n" + key) + 1;
        if (at == 0 && !text.startsWith(key)) {
            return -1;
        }
        int from = at + key.length();
        while (text.charAt(from) == ' ' || text.charAt(from) == '\t') {
            from++;
        }
        return Long.parseLong(text, from, text.indexOf(' ', from), 10) << 10;
    }

    /** What the kernel told this process at its start. */
    private static long auxiliary(long type, long otherwise) {
        try (InputStream in = new FileInputStream("/proc/self/auxv")) {
            ByteBuffer pairs = ByteBuffer.wrap(in.readNBytes(MOST)).order(ByteOrder.nativeOrder());
            while (pairs.remaining() >= 2 * Long.BYTES) {
                long key = pairs.getLong();
                long value = pairs.getLong();
                if (key == type) {
                    return value;
                }
            }
        } catch (IOException e) {
            return otherwise;
        }
        return otherwise;
    }
}
