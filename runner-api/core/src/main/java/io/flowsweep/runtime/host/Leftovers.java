package io.flowsweep.runtime.host;

import io.flowsweep.os.OwnUsage;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;

/**
 * What a run leaves in a JVM that others are to use after it: threads that go on, and memory that stays in use. Threads of the
 * JDK do not count.
 */
final class Leftovers {

    /**
     * How often the threads of a run that has ended are looked at until they have ended too, with {@value #PAUSE_MILLIS} ms between.
     * Counted rather than timed: a machine that leaves them without a processor leaves this one without it as well.
     */
    private static final int LOOKS = 100;

    private static final long PAUSE_MILLIS = 2;

    /** A new run is to find at least three quarters of the heap free… */
    private static final int PARTS = 4;

    /** …and a JVM that waits for one is to take little of the machine. */
    private static final long MOST_IN_USE = 256L << 20;

    /** What a JVM has besides the objects in its heap is not looked at more closely below this. */
    private static final long LITTLE = 96L << 20;

    private static final String COMMON_POOL = "ForkJoinPool.commonPool-worker-";

    /** The thread of {@code CompletableFuture.orTimeout}, which the JDK starts once and never ends; by JDK 17, and by JDK 25. */
    private static final Set<String> DELAYS =
            Set.of("CompletableFutureDelayScheduler", "ForkJoinPool.commonPool-delayScheduler");

    /** Those that are alive when this is made do not count as left by a run. */
    private final Set<Thread> own = Set.copyOf(threads());

    /** Whether too much is left for another run. Waits a moment for threads to end. */
    boolean any() throws InterruptedException {
        int looks = 0;
        for (Thread thread : threads()) {
            while (!own.contains(thread) && isAtWork(thread)) {
                if (++looks > LOOKS) {
                    return true;
                }
                thread.join(PAUSE_MILLIS);
            }
        }
        return memoryIsUsed();
    }

    /** The common pool keeps its threads; they are at work as long as it has something to do. */
    private static boolean isAtWork(Thread thread) {
        return thread.isAlive()
                && !DELAYS.contains(thread.getName())
                && !(thread.getName().startsWith(COMMON_POOL)
                        && ForkJoinPool.commonPool().isQuiescent());
    }

    private static boolean memoryIsUsed() {
        if (!usesTooMuch()) {
            return false;
        }
        System.gc();
        return usesTooMuch();
    }

    private static boolean usesTooMuch() {
        Runtime jvm = Runtime.getRuntime();
        long inUse = jvm.totalMemory() - jvm.freeMemory();
        long most = Math.min(MOST_IN_USE, jvm.maxMemory() / PARTS);
        return inUse > most || OwnUsage.memoryBytes().orElse(0L) - inUse > LITTLE && directBytes() > most;
    }

    /** Direct buffers stay until they are collected. To ask for them loads much, so it is not done after every run. */
    private static long directBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    /** Those of the main group, in which flows start theirs. */
    private static List<Thread> threads() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        Thread[] threads = new Thread[group.activeCount() + 16];
        int count = group.enumerate(threads);
        return Arrays.asList(threads).subList(0, count);
    }
}
