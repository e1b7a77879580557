package io.flowsweep.python;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Held by one thread of one process of this user at a time. The death of the process releases it. The operating system's lock is of
 * a whole process, so a lock of this JVM goes before it.
 */
final class BuildLock implements AutoCloseable {

    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final ReentrantLock here;
    private final FileChannel channel;

    private BuildLock(ReentrantLock here, FileChannel channel) {
        this.here = here;
        this.channel = channel;
    }

    /**
     * Waits for it.
     *
     * @param file of the lock, absolute; it stays
     * @param waiting is run when another process has it
     * @throws InterruptedException also when the thread is interrupted while another process has it
     */
    static BuildLock take(Path file, Runnable waiting) throws IOException, InterruptedException {
        ReentrantLock here = HERE.computeIfAbsent(file, f -> new ReentrantLock());
        here.lockInterruptibly();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() == null) {
                    waiting.run();
                    FileLock taken = channel.lock();
                    assert taken.isValid();
                }
                return new BuildLock(here, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                if (Thread.interrupted()) {
                    throw (InterruptedException) new InterruptedException().initCause(e);
                }
                throw e;
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            here.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            here.unlock();
        }
    }
}
