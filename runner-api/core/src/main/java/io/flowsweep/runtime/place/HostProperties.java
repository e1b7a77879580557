package io.flowsweep.runtime.place;

/** The system properties in which a host that is a process is told how it was started, for the processes that it starts itself. */
public final class HostProperties {

    /** The flags of its JVM, one a line. */
    public static final String FLAGS = "flowsweep.host.flags";

    /** The bytes of memory that it was given. */
    public static final String MEMORY = "flowsweep.host.memory";

    private HostProperties() {}
}
