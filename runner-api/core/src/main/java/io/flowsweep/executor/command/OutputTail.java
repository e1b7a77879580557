package io.flowsweep.executor.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Reads on in a file that grows, a line at a time; a carriage return ends one too, as progress bars write it. Confined to one thread at a time. */
final class OutputTail {

    /** More of one line is dropped. */
    private static final int LONGEST = 1 << 16;

    private static final int PART = 1 << 16;

    /** How many lines are kept to explain a failure. */
    private static final int LAST = 20;

    private final Path file;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final Deque<String> last = new ArrayDeque<>();
    private long offset;

    OutputTail(Path file, Consumer<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Hands over the whole lines that have been added. */
    void read() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() == offset) {
                return;
            }
            ByteBuffer part = ByteBuffer.allocate((int) Math.min(PART, channel.size() - offset));
            for (int count = channel.read(part, offset); count > 0; count = channel.read(part.clear(), offset)) {
                offset += count;
                add(part.array(), count);
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over what is behind the last whole line. */
    void finish() {
        read();
        if (begun.size() > 0) {
            endLine();
        }
    }

    /** The last lines that are not blank. */
    List<String> last() {
        return List.copyOf(last);
    }

    private void add(byte[] bytes, int count) {
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                begin(bytes, start, i);
                endLine();
                start = i + 1;
            }
        }
        begin(bytes, start, count);
    }

    private void begin(byte[] bytes, int start, int end) {
        begun.write(bytes, start, Math.min(end - start, LONGEST - begun.size()));
    }

    private void endLine() {
        String line = begun.toString(StandardCharsets.UTF_8);
        begun.reset();
        if (line.isBlank()) {
            return;
        }
        last.add(line);
        if (last.size() > LAST) {
            last.remove();
        }
        lines.accept(line);
    }
}
