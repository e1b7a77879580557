package io.flowsweep.metaflow.fork;

import io.flowsweep.os.ExitSignals;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/** A process that a {@link ForkServer} has started, and waits for. Its streams are files, so none is here; nor has it a handle. */
final class ForkedProcess extends Process {

    private final long pid;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile int code;

    ForkedProcess(long pid) {
        this.pid = pid;
    }

    /** @param code as of any process: 128 and the signal where one has ended it */
    void ended(int code) {
        this.code = code;
        end.countDown();
    }

    /** Nobody can tell its exit code any more, so it is not to have another one. */
    void abandoned() {
        destroyForcibly();
        ended(ExitSignals.exitCode(ExitSignals.KILL));
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
