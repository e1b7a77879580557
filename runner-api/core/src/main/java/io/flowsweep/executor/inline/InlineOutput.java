package io.flowsweep.executor.inline;

import io.flowsweep.runtime.task.TaskOutput;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Sends what a run's thread prints, and the threads it starts, to the run's output instead of this JVM's. Threads of a pool
 * that existed before the run print where they did.
 */
final class InlineOutput implements AutoCloseable {

    private static final InheritableThreadLocal<InlineOutput> ACTIVE = new InheritableThreadLocal<>();
    private static SharedStream sharedOut;
    private static SharedStream sharedErr;

    private final TaskOutput tasks;
    private final OutputStream out;
    private final OutputStream err;

    private InlineOutput(Store store, String log) {
        this.tasks = new TaskOutput(line -> store.append(log, List.of(text(line))));
        this.out = tasks.stream(false);
        this.err = tasks.stream(true);
    }

    static InlineOutput capture(Store store, String log) {
        install();
        InlineOutput output = new InlineOutput(store, log);
        ACTIVE.set(output);
        return output;
    }

    @Override
    public void close() {
        ACTIVE.remove();
        tasks.close();
    }

    private static String text(byte[] line) {
        return new String(line, Charset.defaultCharset()).replace("\r", "");
    }

    /** Again when a flow, or the program that runs it, has set streams of its own. */
    private static synchronized void install() {
        if (System.out != sharedOut) {
            sharedOut = new SharedStream(new Router(System.out, false));
            System.setOut(sharedOut);
        }
        if (System.err != sharedErr) {
            sharedErr = new SharedStream(new Router(System.err, true));
            System.setErr(sharedErr);
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
        private final boolean error;

        Router(PrintStream otherwise, boolean error) {
            this.otherwise = otherwise;
            this.error = error;
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
                return;
            }
            try {
                (error ? output.err : output.out).write(bytes, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void flush() {
            otherwise.flush();
        }
    }
}
