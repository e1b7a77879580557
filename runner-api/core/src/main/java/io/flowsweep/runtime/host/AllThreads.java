package io.flowsweep.runtime.host;

import java.util.Arrays;

/** The threads of this JVM that are alive, whichever group they are in. */
final class AllThreads {

    private static final int ROOM = 16;

    private AllThreads() {}

    /** Some that start meanwhile may be missing. */
    static Thread[] now() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        while (true) {
            Thread[] threads = new Thread[all.activeCount() + ROOM];
            int count = all.enumerate(threads);
            if (count < threads.length) { // else there was no room for the others
                return Arrays.copyOf(threads, count);
            }
        }
    }
}
