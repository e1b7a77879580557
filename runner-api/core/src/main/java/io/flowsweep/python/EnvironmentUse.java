package io.flowsweep.python;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells whether environments are used, each by a file: its time says when somebody began to, and a lock on it is shared by all
 * programs that do. The death of a program releases it. Thread-safe.
 */
final class EnvironmentUse {

    /**
     * What this program uses. The operating system's locks are of a whole process, and go when any of its channels to the file is
     * closed: so there is one, by which all is done.
     */
    private static final Map<Path, FileChannel> HERE = new HashMap<>();

    /** What is to be done with an environment that nobody uses. */
    interface Removal {
        void run() throws IOException;
    }

    private EnvironmentUse() {}

    /**
     * From now on until this program ends, nobody removes the environment. Waits while somebody does.
     *
     * @param file of the environment, absolute; it stays. Where it cannot be written, nothing can be removed either
     */
    static void begin(Path file) throws IOException {
        synchronized (HERE) {
            try {
                if (!HERE.containsKey(file)) {
                    HERE.put(file, shared(file));
                }
                HERE.get(file).write(ByteBuffer.wrap(new byte[] {'\n'}), 0); // sets its time
            } catch (FileSystemException e) {
                return;
            }
        }
    }

    private static FileChannel shared(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock taken = channel.lock(0, Long.MAX_VALUE, true);
            assert taken.isShared();
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Does it unless somebody uses the environment, and nobody begins to before it is done. */
    static void ifNone(Path file, Removal removal) throws IOException {
        synchronized (HERE) {
            if (HERE.containsKey(file)) {
                return;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock alone = channel.tryLock()) {
                if (alone != null) {
                    removal.run();
                }
            }
        }
    }
}
