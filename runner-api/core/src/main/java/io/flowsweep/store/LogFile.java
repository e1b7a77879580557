package io.flowsweep.store;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The form of a log in bytes: UTF-8 lines, each ended by one line feed. */
final class LogFile {

    /** The longest array there is. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private LogFile() {}

    /** @throws IllegalArgumentException when a line holds a line end */
    static byte[] encode(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
                throw new IllegalArgumentException("a line of a log holds no line end, but got \"" + line + "\"");
            }
            text.append(line).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The whole lines from a position on, of about {@code most} bytes, or one that is longer; what follows the last line end
     * is left for a later read.
     */
    static LogSlice read(File log, long from, int most) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log, "r")) {
            long left = Math.max(0, file.length() - from);
            for (long size = most; ; size *= 2) {
                byte[] bytes = new byte[(int) Math.min(Math.min(left, size), MOST)];
                LogSlice slice = decode(bytes, 0, fill(bytes, file, from), from);
                if (!slice.lines().isEmpty() || size >= left || size >= MOST) {
                    return slice;
                }
            }
        }
    }

    /** The last whole lines, of about {@code most} bytes. */
    static LogTail tail(File log, int most) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log, "r")) {
            long length = file.length();
            long from =
                    Math.max(0, length - most - 1L); // with the letter before, which tells whether a line begins there
            byte[] bytes = new byte[(int) (length - from)];
            int filled = fill(bytes, file, from);
            LogSlice slice = decode(bytes, from == 0 ? 0 : firstLine(bytes, filled), filled, from);
            return new LogTail(from == 0, slice.lines(), slice.next());
        }
    }

    /** Where the first line begins of bytes from the midst of a file; where only one ends there, its first whole letter. */
    private static int firstLine(byte[] bytes, int length) {
        int begin = 0;
        while (begin < length && bytes[begin] != '\n') {
            begin++;
        }
        begin++;
        for (int i = begin; i < length; i++) {
            if (bytes[i] == '\n') {
                return begin;
            }
        }
        int letter = 0;
        while (letter < length && (bytes[letter] & 0xC0) == 0x80) {
            letter++;
        }
        return letter;
    }

    /** How many bytes there were. */
    private static int fill(byte[] bytes, RandomAccessFile file, long from) throws IOException {
        file.seek(from);
        int filled = 0;
        for (int n = 1; n > 0 && filled < bytes.length; filled += Math.max(n, 0)) {
            n = file.read(bytes, filled, bytes.length - filled);
        }
        return filled;
    }

    private static LogSlice decode(byte[] bytes, int begin, int length, long from) {
        List<String> lines = new ArrayList<>();
        int start = begin;
        for (int i = begin; i < length; i++) {
            if (bytes[i] == '\n') {
                lines.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        return new LogSlice(lines, from + start);
    }
}
