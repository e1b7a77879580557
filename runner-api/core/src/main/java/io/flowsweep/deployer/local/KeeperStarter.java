package io.flowsweep.deployer.local;

import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.executor.jvm.DetachedJava;
import io.flowsweep.executor.jvm.HostOutput;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import io.flowsweep.store.StoreLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Sees to it that a store has a keeper. One object for each store of this process. */
final class KeeperStarter {

    private static final long POLL_MILLIS = 5;
    private static final long NOW_AND_THEN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long JUST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int LAST_LINES = 10;

    private static final Map<URI, KeeperStarter> ALL = new ConcurrentHashMap<>();

    private final Store store;
    private long looked = System.nanoTime();
    private long seen = System.nanoTime() - JUST_NANOS;

    private KeeperStarter(Store store) {
        this.store = store;
    }

    static KeeperStarter of(Store store) {
        return ALL.computeIfAbsent(store.uri(), uri -> new KeeperStarter(store));
    }

    /** The same as {@link #ensure}, at most once a second. */
    void ensureNowAndThen() {
        synchronized (this) {
            if (System.nanoTime() - looked < NOW_AND_THEN_NANOS) {
                return;
            }
        }
        ensure();
    }

    /** The same for who gives many orders: one that was there a tenth of a second ago is taken to be there still. */
    void ensureUnlessJustSeen() {
        synchronized (this) {
            if (System.nanoTime() - seen < JUST_NANOS) {
                return;
            }
        }
        ensure();
    }

    /** What the last process has said; the log is that of all. */
    private static String lastWords(Path output) {
        List<String> lines = new HostOutput(output).tail().lines().toList();
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return last.isBlank() ? "it could not even write to " + output + ". Is the disk full?" : "\n" + last;
    }

    /**
     * Starts a keeper unless there is one; returns when there is.
     *
     * @throws FlowSweepException when it cannot be started, with what it said
     */
    synchronized void ensure() {
        looked = System.nanoTime();
        if (Keeper.isKept(store)) {
            seen = looked;
            return;
        }
        Path output = store.localLog(StoreLayout.localTarget("keeper.log"))
                .orElseThrow(
                        () -> new StoreException("the local target needs a store on files, but got " + store.uri()));
        try {
            Process process = DetachedJava.start(
                    List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"),
                    KeeperMain.class.getName(),
                    List.of(store.uri().toString()),
                    Path.of(store.uri()).getParent(),
                    output);
            while (!Keeper.isKept(store)) {
                if (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    continue;
                }
                if (process.exitValue() == 0) {
                    return; // another one came first
                }
                throw new FlowSweepException("the process that is to keep the triggered runs of "
                        + store.uri().getPath() + " could not be started: " + lastWords(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it goes on by itself
        }
    }
}
