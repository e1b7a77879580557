package io.flowsweep.runtime;

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
}
