package io.flowsweep.runtime;

/** Signals from outside, which are no fault of the flow. */
final class Signals {

    private Signals() {}

    /**
     * Whether it is a signal that ends this JVM, and not the flow; asked while it exits. HotSpot carries out such an exit on a thread
     * that it names after the signal, {@code SIGTERM handler}, and which waits there until all is done.
     */
    static boolean endThisProcess() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        Thread[] threads = new Thread[all.activeCount() + 16];
        int count = all.enumerate(threads);
        for (int i = 0; i < count; i++) {
            String name = threads[i].getName();
            if (name.startsWith("SIG") && name.endsWith(" handler")) {
                return true;
            }
        }
        return false;
    }
}
