package io.flowsweep.executor.limits;

import io.flowsweep.os.Probe;
import io.flowsweep.threads.Daemons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Starts processes from threads that are each held to a set of processors: on Linux a process inherits that of the thread that starts
 * it. So {@code taskset} runs once for a set, not once for a process. Thread-safe.
 *
 * <p>What such a thread makes is held to its processors, too, also the thread in which the JDK waits for the process: nothing may be
 * hung onto {@link Process#onExit}, as it might go on there. {@link LimitedProcess#exit} is for that.
 */
final class PinnedStarts {

    /** More sets than that are not kept: who has not been used longest goes. */
    private static final int MOST = 64;

    private static final Path THIS_THREAD = Path.of("/proc/thread-self");

    /** One thread, and whether it could be held to its processors. */
    private record Pinned(ThreadPoolExecutor thread, CompletableFuture<Boolean> held) {}

    private final Map<List<Integer>, Pinned> threads = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Starts a process on some processors; empty when no thread could be held to them.
     *
     * @param processors their numbers, at least one
     * @throws IOException as {@link ProcessBuilder#start()}
     */
    Optional<Process> start(List<Integer> processors, ProcessBuilder builder, ProcessStarter starter)
            throws IOException {
        CompletableFuture<Optional<Process>> started = submitted(processors, () -> start(builder, starter));
        try {
            return started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException failed
                    ? failed.getCause()
                    : new IOException(e.getCause());
        }
    }

    private synchronized CompletableFuture<Optional<Process>> submitted(
            List<Integer> processors, Supplier<Process> start) {
        Pinned pinned = threads.computeIfAbsent(processors, PinnedStarts::pinned);
        if (threads.size() > MOST) {
            threads.remove(threads.keySet().iterator().next()).thread().shutdown();
        }
        return CompletableFuture.supplyAsync(
                () -> pinned.held().join() ? Optional.of(start.get()) : Optional.empty(), pinned.thread());
    }

    private static Pinned pinned(List<Integer> processors) {
        ThreadPoolExecutor thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Daemons.named("flowsweep-starter"));
        return new Pinned(thread, CompletableFuture.supplyAsync(() -> hold(processors), thread));
    }

    /** Holds the current thread to some processors; whether that could be done. */
    private static boolean hold(List<Integer> processors) {
        try {
            String thread = Files.readSymbolicLink(THIS_THREAD).getFileName().toString();
            return Probe.succeeds(Taskset.of(thread, processors));
        } catch (IOException e) {
            return false;
        }
    }

    private static Process start(ProcessBuilder builder, ProcessStarter starter) {
        try {
            return starter.start(builder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
