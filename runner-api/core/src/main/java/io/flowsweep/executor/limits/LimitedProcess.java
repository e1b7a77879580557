package io.flowsweep.executor.limits;

import io.flowsweep.events.ResourceUsage;
import io.flowsweep.threads.Daemons;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A process that is held to its resources. Thread-safe. */
public final class LimitedProcess {

    private final Process process;
    private final Optional<WatchedTree> tree;
    private final Optional<CgroupPart> group;

    LimitedProcess(Process process, Optional<WatchedTree> tree, Optional<CgroupPart> group) {
        this.process = process;
        this.tree = tree;
        this.group = group;
    }

    public Process process() {
        return process;
    }

    /** Its exit code, once it has ended: what follows goes on in a thread that may run on any processor, see {@link PinnedStarts}. */
    public CompletableFuture<Integer> exit() {
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Daemons.start("flowsweep-waits-for-" + process.pid(), () -> exit.complete(awaitExit()));
        return exit;
    }

    /** Returns the exit code when it has ended, whatever interrupts it. */
    public int awaitExit() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Why it was ended, when it took more memory than it was given; asked for when it has ended. */
    public Optional<Overrun> overrun() {
        return tree.flatMap(WatchedTree::overrun)
                .or(() -> process.isAlive() ? Optional.empty() : group.flatMap(CgroupPart::end));
    }

    /**
     * What it has taken so far with all it started, as seen by looks a tenth of a second apart; empty where the system does not
     * tell.
     */
    public Optional<ResourceUsage> usage() {
        return tree.map(WatchedTree::seen);
    }

    /** Counts what it takes from now on: for a process that is given one thing to do after the other. */
    public void forget() {
        tree.ifPresent(WatchedTree::forget);
    }
}
