package io.flowsweep.executor.limits;

import io.flowsweep.threads.Daemons;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at watched processes ten times a second, or as seldom as keeps its own cost at two hundredths of a processor, but every
 * second. It has a thread only while there is something to watch. Thread-safe.
 */
final class Watchdog {

    private static final long SHORTEST_NANOS = 100_000_000;
    private static final long LONGEST_NANOS = 1_000_000_000;
    private static final long COST_FACTOR = 50;

    /** Of so many looks one is at all processes: an id might be another's by now. */
    private static final int WHOLE = 50;

    /** @param whole whether at all processes */
    private record Look(List<WatchedTree> trees, boolean whole) {}

    private final List<WatchedTree> trees = new ArrayList<>();
    private boolean running;
    private int looks;

    synchronized void add(WatchedTree tree) {
        trees.add(tree);
        if (!running) {
            running = true;
            Daemons.start("flowsweep-watchdog", this::watch);
        }
    }

    private void watch() {
        ProcessTable table = ProcessTable.NOTHING;
        sleep(SHORTEST_NANOS);
        for (Look look = next(); !look.trees().isEmpty(); look = next()) {
            long start = System.nanoTime();
            table = table.next(look.whole() ? pid -> true : pids(look.trees())::contains);
            for (WatchedTree tree : look.trees()) {
                tree.look(table);
            }
            long cost = System.nanoTime() - start;
            sleep(Math.min(LONGEST_NANOS, Math.max(SHORTEST_NANOS, COST_FACTOR * cost)));
        }
    }

    /** With no tree the thread ends. */
    private synchronized Look next() {
        trees.removeIf(tree -> !tree.lives());
        running = !trees.isEmpty();
        return new Look(List.copyOf(trees), ++looks % WHOLE == 0);
    }

    private static Set<Long> pids(List<WatchedTree> trees) {
        return trees.stream().flatMap(tree -> tree.pids().stream()).collect(Collectors.toSet());
    }

    private static void sleep(long nanos) {
        try {
            Thread.sleep(nanos / 1_000_000);
        } catch (InterruptedException e) {
            return; // a flow interrupts all threads that it finds
        }
    }
}
