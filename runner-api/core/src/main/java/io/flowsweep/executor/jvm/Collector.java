package io.flowsweep.executor.jvm;

import io.flowsweep.executor.admission.Machine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The garbage collector of hosts: the one that a JVM takes by itself on this machine, whatever part of it the host gets. A JVM
 * that is given one processor of several would take another, so that a sweep over {@code cpu = 1, 2} compared two collectors; and
 * what Java 17 keeps in its archive of the JDK's own objects is for G1 only, which saves a host there a third of its start.
 *
 * <p>Who names a collector, in whatever way, gets that alone.
 */
final class Collector {

    /** From there on a JVM takes G1 by itself, according to HotSpot's {@code is_server_class_machine}. */
    private static final int SERVER_CPUS = 2;

    private static final long SERVER_BYTES = 1792L << 20;

    /** Other places where options may stand. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private Collector() {}

    /**
     * The flag for a host on this machine, or none.
     *
     * @param options that a user has given
     * @param environment variables on top of those of this process
     */
    static List<String> flags(List<String> options, Map<String, String> environment) {
        List<String> all = new ArrayList<>(options);
        for (String variable : VARIABLES) {
            String own = System.getenv(variable);
            all.add(environment.getOrDefault(variable, own == null ? "" : own));
        }
        return flags(Machine.current(), all);
    }

    /** @param options each one option or several with blanks between */
    static List<String> flags(Machine machine, Collection<String> options) {
        boolean server = machine.cpus() >= SERVER_CPUS && machine.memoryBytes() >= SERVER_BYTES;
        return server && options.stream().noneMatch(Collector::mayName) ? List.of("-XX:+UseG1GC") : List.of();
    }

    /** Whether it names a collector, or a file that may. */
    private static boolean mayName(String options) {
        return options.contains("-XX:+Use") && options.contains("GC")
                || options.contains("-XX:Flags=")
                || options.contains("-XX:VMOptionsFile=")
                || options.contains("@");
    }
}
