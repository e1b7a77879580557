package io.flowsweep.runtime;

import io.flowsweep.executor.limits.OwnProcess;
import java.util.List;

/** Ends processes with all they started. */
public final class ProcessTree {

    private ProcessTree() {}

    /** Parents go before their children, so that none starts another after its children have been counted. */
    public static void kill(ProcessHandle process) {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        children.forEach(ProcessTree::kill);
    }

    /** Ends all that this process has started. */
    static void killChildren() {
        if (OwnProcess.isChildless()) {
            return;
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends this process at once, with all that it has started. */
    static void halt() {
        halt(1);
    }

    /** The same with an exit code. */
    static void halt(int code) {
        killChildren();
        Runtime.getRuntime().halt(code);
    }
}
