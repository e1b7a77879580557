package io.flowsweep.runtime.host;

/** Signals from outside, which are no fault of the flow. */
final class Signals {

    private Signals() {}

    /**
     * Whether it is a signal that ends this JVM, and not the flow; asked while it exits. HotSpot carries out such an exit on a thread
     * that it names after the signal, {@code SIGTERM handler}, and which waits there until all is done.
     */
    static boolean endThisProcess() {
        for (Thread thread : AllThreads.now()) {
            String name = thread.getName();
            if (name.startsWith("SIG") && name.endsWith(" handler")) {
                return true;
            }
        }
        return false;
    }
}
