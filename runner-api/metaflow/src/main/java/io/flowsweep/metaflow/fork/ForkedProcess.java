package io.flowsweep.metaflow.fork;

import io.flowsweep.os.ExitSignals;
import io.flowsweep.store.ThisMachine;
import io.flowsweep.threads.Daemons;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that a {@link ForkServer} has started, and waits for as long as it lives. Its streams are files, so none is here; nor has it a handle. */
final class ForkedProcess extends Process {

    private static final long LOOK_MILLIS = 100;

    private final long pid;
    private final Path exit;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile int code;

    /** @param exit the file into which it puts its exit code when its server is gone */
    ForkedProcess(long pid, Path exit) {
        this.pid = pid;
        this.exit = exit;
    }

    /** @param code as of any process: 128 and the signal where one has ended it */
    void ended(int code) {
        this.code = code;
        end.countDown();
    }

    /** Its server is gone, and nobody else waits for it. It goes on, and tells its exit code itself unless it is killed. */
    void abandoned() {
        Daemons.start("flowsweep-watches-" + pid, this::watch);
    }

    private void watch() {
        try {
            while (ThisMachine.lives(pid)) {
                Thread.sleep(LOOK_MILLIS);
            }
            ended(Integer.parseInt(Files.readString(exit)));
        } catch (InterruptedException | IOException | NumberFormatException e) {
            ended(ExitSignals.exitCode(ExitSignals.KILL));
        }
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public boolean isAlive() {
        return end.getCount() > 0;
    }

    @Override
    public int waitFor() throws InterruptedException {
        end.await();
        return code;
    }

    @Override
    public int exitValue() {
        if (isAlive()) {
            throw new IllegalThreadStateException("process " + pid + " has not ended");
        }
        return code;
    }

    @Override
    public void destroy() {
        if (isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }

    @Override
    public Process destroyForcibly() {
        if (isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        return this;
    }

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }
}
