package io.flowsweep.executor.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads on in a file that grows, a line at a time; a carriage return ends one too, as progress bars write it. A file that has
 * become shorter was emptied by a program that opened it anew, as {@code tee /dev/stderr} does: it is read from its beginning.
 * Confined to one thread at a time.
 */
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
    private byte lastByte = '\n';

    OutputTail(Path file, Consumer<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Hands over the whole lines that have been added. */
    void read() {
        long length = file.toFile().length();
        if (length == offset) { // as of a file that is not there
            return;
        }
        if (length < offset) {
            beginAnew();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer part = ByteBuffer.allocate((int) Math.max(1, Math.min(PART, channel.size() - offset)));
            for (int count = channel.read(part, offset); count > 0; count = channel.read(part.clear(), offset)) {
                offset += count;
                lastByte = part.get(count - 1);
                add(part.array(), count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void beginAnew() {
        endLine();
        offset = 0;
        lastByte = '\n';
    }

    /** Hands over what is behind the last whole line, and ends that in the file, as readers see whole lines only. */
    void finish() throws IOException {
        read();
        if (lastByte != '\n') {
            Files.write(file, new byte[] {'\n'}, StandardOpenOption.APPEND);
            endLine();
        }
    }

    /** Whether there has been nothing to read. */
    boolean isEmpty() {
        return offset == 0;
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
