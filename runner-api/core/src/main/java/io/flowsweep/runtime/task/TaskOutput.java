package io.flowsweep.runtime.task;

import io.flowsweep.events.PrintedLine;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Turns what the tasks of a run print into lines that say which task printed them; see {@link PrintedLine}. A line is handed
 * over when it is whole, so lines of tasks that print at the same time do not mix; the rest of a line when this is closed. One that
 * has become longer than a MiB, as of a progress bar that never ends its line, is handed over in parts. A
 * thread prints for the task that was carried out where it was started. Thread-safe.
 */
public final class TaskOutput implements AutoCloseable {

    private static final InheritableThreadLocal<String> TASK = new InheritableThreadLocal<>();

    private static final int LONGEST = 1 << 20;

    private final Consumer<byte[]> lines;
    private final Map<String, ByteArrayOutputStream> begun = new LinkedHashMap<>();

    /** @param lines is given each line without its end, one at a time */
    public TaskOutput(Consumer<byte[]> lines) {
        this.lines = lines;
    }

    /** Says for which task this thread prints from here on; null for none. */
    static void enter(String task) {
        if (task == null) {
            TASK.remove();
        } else {
            TASK.set(task);
        }
    }

    /** An output that ends in a stream, each line written at once. */
    public static TaskOutput to(FileOutputStream raw) {
        return new TaskOutput(new Consumer<>() {
            @Override
            public void accept(byte[] line) {
                byte[] whole = Arrays.copyOf(line, line.length + 1);
                whole[line.length] = '\n';
                try {
                    raw.write(whole); // at once: other processes write to the same file
                } catch (IOException e) {
                    // As with System.out: nobody reads what is printed any more.
                }
            }
        });
    }

    /** From here on, what this JVM prints goes here. */
    public void install() {
        System.setOut(new PrintStream(stream(false), true, Charset.defaultCharset()));
        System.setErr(new PrintStream(stream(true), true, Charset.defaultCharset()));
    }

    /** Where the tasks print to; of each kind there is one. */
    public OutputStream stream(boolean error) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                print(error, new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                print(error, bytes, offset, length);
            }
        };
    }

    private synchronized void print(boolean error, byte[] bytes, int offset, int length) {
        String task = TASK.get();
        byte[] mark = task == null ? new byte[0] : PrintedLine.mark(task, error);
        ByteArrayOutputStream line = begun.get(task + error);
        if (line == null) {
            line = new ByteArrayOutputStream();
            begun.put(task + error, line);
        }
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                begin(line, mark);
                line.write(bytes, start, i - start);
                lines.accept(line.toByteArray());
                line.reset();
                start = i + 1;
            }
        }
        if (start < offset + length) {
            begin(line, mark);
            line.write(bytes, start, offset + length - start);
            if (line.size() > LONGEST) {
                lines.accept(line.toByteArray());
                line.reset();
            }
        } else if (line.size() == 0) {
            begun.remove(task + error);
        }
    }

    private static void begin(ByteArrayOutputStream line, byte[] mark) {
        if (line.size() == 0) {
            line.writeBytes(mark);
        }
    }

    @Override
    public void close() {
        endLines();
    }

    /** Hands over what has been printed behind the last whole lines; what is printed from here on begins new ones. */
    public synchronized void endLines() {
        for (ByteArrayOutputStream line : begun.values()) {
            if (line.size() > 0) {
                lines.accept(line.toByteArray());
            }
        }
        begun.clear();
    }
}
