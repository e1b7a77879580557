package io.flowsweep.sweep.engine.journal;

import io.flowsweep.store.LogSlice;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose syncs wait for permission, and which may fill up. Counts what it is asked for. */
public final class SlowDisk implements Store {

    private final Store store;
    final AtomicInteger syncs = new AtomicInteger();
    final CountDownLatch firstSync = new CountDownLatch(1);
    public final CountDownLatch permission = new CountDownLatch(1);
    public volatile boolean full;

    public SlowDisk(Store store) {
        this.store = store;
    }

    @Override
    public void append(String log, List<String> lines) {
        if (full) {
            throw new StoreException("cannot append to " + log + ": no space left on device");
        }
        store.append(log, lines);
    }

    @Override
    public void sync(String log) {
        syncs.incrementAndGet();
        firstSync.countDown();
        try {
            permission.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        store.sync(log);
    }

    @Override
    public URI uri() {
        return store.uri();
    }

    @Override
    public LogSlice read(String log, long from) {
        return store.read(log, from);
    }

    @Override
    public boolean createExclusive(String name, byte[] content) {
        return store.createExclusive(name, content);
    }

    @Override
    public Optional<byte[]> get(String name) {
        return store.get(name);
    }

    @Override
    public String putBlob(byte[] content) {
        return store.putBlob(content);
    }

    @Override
    public InputStream getBlob(String address) {
        return store.getBlob(address);
    }

    @Override
    public List<String> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public void delete(String prefix) {
        store.delete(prefix);
    }

    @Override
    public Optional<Path> localLog(String log) {
        return store.localLog(log);
    }

    @Override
    public Optional<Path> localBlob(String address) {
        return store.localBlob(address);
    }
}
