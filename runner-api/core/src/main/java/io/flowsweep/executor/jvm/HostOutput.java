package io.flowsweep.executor.jvm;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The file that a host's process prints to. Nothing here fails: an output that cannot be read says nothing. */
public record HostOutput(Path file) {

    private static final int TAIL = 4096;

    /** The last 4 KB. */
    public String tail() {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(Math.max(0, open.length() - TAIL));
            byte[] bytes = new byte[(int) (open.length() - open.getFilePointer())];
            open.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Ends a last line that has no end, because readers of the output see whole lines only. */
    public void endLastLine() {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            if (open.length() > 0) {
                open.seek(open.length() - 1);
                if (open.read() != '\n') {
                    open.write('\n');
                }
            }
        } catch (IOException e) {
            return; // the line stays as it is
        }
    }
}
