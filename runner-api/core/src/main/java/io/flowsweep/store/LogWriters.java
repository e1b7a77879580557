package io.flowsweep.store;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The log files this process appends to. A file stays open between appends; of more than {@value #MOST_OPEN} the one
 * idle longest is closed. Opening a file removes the torn line that an earlier writer may have left at its end.
 *
 * <p>Streams rather than channels: a channel is closed for good when a thread that uses it is interrupted, which is how
 * steps are timed out. Thread-safe; an append holds the lock for its one write.
 */
final class LogWriters {

    static final int MOST_OPEN = 256;

    private final Map<File, FileOutputStream> open = new LinkedHashMap<>(16, 0.75f, true);

    /** Adds bytes that end in a line end to a file whose folder exists, by one write at its end. */
    synchronized void append(File log, byte[] batch) throws IOException {
        FileOutputStream out = open.get(log);
        if (out == null) {
            removeTornLine(log);
            out = new FileOutputStream(log, true);
            open.put(log, out);
            closeLongestIdle();
        }
        try {
            out.write(batch);
        } catch (IOException e) {
            open.remove(log);
            out.close();
            throw e;
        }
    }

    /** Closes the file and all below it, because they are complete, or about to be deleted. */
    synchronized void forget(File fileOrFolder) throws IOException {
        for (Iterator<Map.Entry<File, FileOutputStream>> i = open.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<File, FileOutputStream> entry = i.next();
            if (entry.getKey().toPath().startsWith(fileOrFolder.toPath())) {
                i.remove();
                entry.getValue().close();
            }
        }
    }

    synchronized int openCount() {
        return open.size();
    }

    private void closeLongestIdle() throws IOException {
        if (open.size() > MOST_OPEN) {
            Iterator<FileOutputStream> eldest = open.values().iterator();
            FileOutputStream out = eldest.next();
            eldest.remove();
            out.close();
        }
    }

    private static void removeTornLine(File log) throws IOException {
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
