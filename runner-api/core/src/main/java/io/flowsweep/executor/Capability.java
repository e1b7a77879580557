package io.flowsweep.executor;

/** What an executor promises beyond carrying out a run; its contract suite tests each promise made. */
public enum Capability {
    /** A host that does not react is ended all the same, with every process it started. */
    HARD_KILL,
    /** A flow that exits, changes its working directory or its environment harms nobody else. */
    ISOLATES_PROCESS,
    /** CPUs and memory of the host are bounded as the spec says. */
    BOUNDS_RESOURCES,
    /** What the flow prints is kept by host. */
    CAPTURES_OUTPUT,
    /** A host may be carried out by a JVM that has carried out others, and so starts at once. */
    WARM
}
