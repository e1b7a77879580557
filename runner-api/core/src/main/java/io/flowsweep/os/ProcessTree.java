package io.flowsweep.os;

import java.util.List;

/** Ends processes with all they started. */
public final class ProcessTree {

    /** Of whether all children are gone, before this process ends with some that nobody asks for. */
    private static final int LOOKS = 20;

    private ProcessTree() {}

    /** Parents go before their children, so that none starts another after its children have been counted. */
    public static void kill(ProcessHandle process) {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        children.forEach(ProcessTree::kill);
    }

    /** Ends all that this process has started. */
    public static void killChildren() {
        if (OwnProcess.isChildless()) {
            return;
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends this process at once, with all that it has started. */
    public static void halt() {
        halt(1);
    }

    /** The same with an exit code. */
    public static void halt(int code) {
        halt(code, () -> {});
    }

    /**
     * The same with something to do when all that this process has started is ended. Meanwhile no other thread can halt it, as the
     * flow's may want to that has waited for a child.
     */
    public static void halt(Runnable last) {
        halt(1, last);
    }

    private static synchronized void halt(int code, Runnable last) {
        killChildren();
        last.run();
        for (int looks = 0; looks < LOOKS && !OwnProcess.isChildless(); looks++) {
            killChildren(); // that other threads have started meanwhile, or that nobody has asked for yet
        }
        Runtime.getRuntime().halt(code);
    }
}
