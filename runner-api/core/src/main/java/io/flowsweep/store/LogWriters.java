package io.flowsweep.store;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The log files this process appends to. A file stays open between appends; of more than {@value #MOST_OPEN} the one
 * idle longest is closed.
 *
 * <p>Thread-safe; opening and writing one file does not hold up those who write another.
 */
final class LogWriters {

    static final int MOST_OPEN = 256;

    /** Makes the folder of a file that is about to be opened. */
    interface Preparation {
        void prepareFor(File log) throws IOException;
    }

    private final Preparation preparation;
    private final Map<File, Writer> open = new LinkedHashMap<>(16, 0.75f, true);

    LogWriters(Preparation preparation) {
        this.preparation = preparation;
    }

    /** Adds bytes that end in a line end to a file, by one write at its end. */
    void append(File log, byte[] batch) throws IOException {
        while (!writer(log).append(batch)) {
            // It was closed between being found and being used: there is another by now.
        }
    }

    /** Closes the file and all below it, because they are complete, or about to be deleted. */
    void forget(File fileOrFolder) throws IOException {
        List<Writer> forgotten = new ArrayList<>();
        synchronized (open) {
            for (Iterator<Writer> writers = open.values().iterator(); writers.hasNext(); ) {
                Writer writer = writers.next();
                if (writer.log.toPath().startsWith(fileOrFolder.toPath())) {
                    writers.remove();
                    forgotten.add(writer);
                }
            }
        }
        for (Writer writer : forgotten) {
            writer.close();
        }
    }

    int openCount() {
        synchronized (open) {
            return open.size();
        }
    }

    private Writer writer(File log) throws IOException {
        Writer idle = null;
        Writer writer;
        synchronized (open) {
            writer = open.get(log);
            if (writer == null) {
                writer = new Writer(log);
                open.put(log, writer);
            }
            if (open.size() > MOST_OPEN) {
                Iterator<Writer> eldest = open.values().iterator();
                idle = eldest.next();
                eldest.remove();
            }
        }
        if (idle != null) {
            idle.close();
        }
        return writer;
    }

    /**
     * One file, opened by its first append. A stream rather than a channel: a channel is closed for good when a thread that
     * uses it is interrupted, which is how steps are timed out.
     */
    private final class Writer {

        private final File log;
        private FileOutputStream out;
        private boolean closed;

        Writer(File log) {
            this.log = log;
        }

        /** False when it is closed. */
        synchronized boolean append(byte[] batch) throws IOException {
            if (closed) {
                return false;
            }
            try {
                if (out == null) {
                    preparation.prepareFor(log);
                    TornLine.remove(log);
                    out = new FileOutputStream(log, true);
                }
                out.write(batch);
                return true;
            } catch (IOException | RuntimeException e) {
                synchronized (open) {
                    open.remove(log, this);
                }
                close();
                throw e;
            }
        }

        synchronized void close() throws IOException {
            closed = true;
            if (out != null) {
                out.close();
            }
        }
    }
}
