package io.flowsweep.store;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;

/** What a writer that died may have left at the end of a log: a line without its end. */
final class TornLine {

    private TornLine() {}

    /** Removes it; nothing when the file ends with a whole line, is empty or does not exist. */
    static void remove(File log) throws IOException {
        if (log.length() == 0) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(log, "rw")) {
            long end = file.length();
            while (end > 0) {
                file.seek(end - 1);
                if (file.read() == '\n') {
                    break;
                }
                end = afterLastLineEnd(file, end);
            }
            if (end < file.length()) {
                file.setLength(end);
            }
        }
    }

    /** The position after the last line end in the block before {@code end}, or the block's beginning when it has none. */
    private static long afterLastLineEnd(RandomAccessFile file, long end) throws IOException {
        byte[] block = new byte[(int) Math.min(8192, end)];
        file.seek(end - block.length);
        file.readFully(block);
        int i = block.length;
        while (i > 0 && block[i - 1] != '\n') {
            i--;
        }
        return end - block.length + i;
    }
}
