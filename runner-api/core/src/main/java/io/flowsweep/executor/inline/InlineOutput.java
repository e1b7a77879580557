package io.flowsweep.executor.inline;

import io.flowsweep.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Sends what a run's thread prints, and the threads it starts, to the run's output instead of this JVM's. Threads of a pool
 * that existed before the run print where they did. Whole lines are kept; the rest of a line is kept when the run ends.
 */
final class InlineOutput extends OutputStream {

    private static final InheritableThreadLocal<InlineOutput> ACTIVE = new InheritableThreadLocal<>();
    private static boolean installed;

    private final Store store;
    private final String log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private InlineOutput(Store store, String log) {
        this.store = store;
        this.log = log;
    }

    static InlineOutput capture(Store store, String log) {
        install();
        InlineOutput output = new InlineOutput(store, log);
        ACTIVE.set(output);
        return output;
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            flushLine();
        } else {
            line.write(b);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    @Override
    public synchronized void close() {
        ACTIVE.remove();
        if (line.size() > 0) {
            flushLine();
        }
    }

    private void flushLine() {
        store.append(log, List.of(line.toString(Charset.defaultCharset()).replace("\r", "")));
        line.reset();
    }

    private static synchronized void install() {
        if (!installed) {
            installed = true;
            System.setOut(new SharedStream(new Router(System.out)));
            System.setErr(new SharedStream(new Router(System.err)));
        }
    }

    /** Stays open when a flow closes it, because the rest of this JVM prints to it too. */
    private static final class SharedStream extends PrintStream {

        SharedStream(OutputStream out) {
            super(out, true);
        }

        @Override
        public void close() {
            flush();
        }
    }

    /** Writes to the output of the calling thread's run, or to where this JVM wrote before. */
    private static final class Router extends OutputStream {

        private final PrintStream otherwise;

        Router(PrintStream otherwise) {
            this.otherwise = otherwise;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            InlineOutput output = ACTIVE.get();
            if (output == null) {
                otherwise.write(bytes, offset, length);
            } else {
                output.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() {
            otherwise.flush();
        }
    }
}
