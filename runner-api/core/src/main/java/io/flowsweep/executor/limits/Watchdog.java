package io.flowsweep.executor.limits;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at watched processes ten times a second, or as seldom as keeps its own cost at two hundredths of a processor, but every
 * second. It has a thread only while there is something to watch. Thread-safe.
 */
final class Watchdog {

    private static final long SHORTEST_NANOS = 100_000_000;
    private static final long LONGEST_NANOS = 1_000_000_000;
    private static final long COST_FACTOR = 50;

    private final List<WatchedTree> trees = new ArrayList<>();
    private boolean running;

    synchronized void add(WatchedTree tree) {
        trees.add(tree);
        if (!running) {
            running = true;
            Thread thread = new Thread(this::watch, "flowsweep-watchdog");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void watch() {
        long pause = SHORTEST_NANOS;
        for (List<WatchedTree> now = living(); !now.isEmpty(); now = living()) {
            sleep(pause);
            long start = System.nanoTime();
            ProcessTable table = ProcessTable.read();
            now.forEach(tree -> tree.look(table));
            pause = Math.min(LONGEST_NANOS, Math.max(SHORTEST_NANOS, COST_FACTOR * (System.nanoTime() - start)));
        }
    }

    /** Those to look at; with none the thread ends. */
    private synchronized List<WatchedTree> living() {
        trees.removeIf(tree -> !tree.lives());
        running = !trees.isEmpty();
        return List.copyOf(trees);
    }

    private static void sleep(long nanos) {
        try {
            Thread.sleep(nanos / 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does that
        }
    }
}
