package io.flowsweep.plan;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process that carries out a whole run: that of a flow which is no Java class. All that is known before the run has an id;
 * what depends on the run, the session of its kind adds (see {@code io.flowsweep.source.CommandSession}).
 *
 * @param kind the name of the {@code FlowSourceProvider} whose session goes with the process
 * @param argv the program and its arguments; the program is absolute, relative to where the process works, or on its {@code PATH}
 * @param environment variables on top of the driver's; those that the run is given come on top of these
 * @param work where the process works
 * @param graces how it is told to end
 * @param task the id of the run's only task, whose all that is printed is; empty when the run has several
 * @param reads what values are read from what it prints and writes, besides those that its kind knows of
 * @param settings what else its kind needs to know, as plain values
 */
public record CommandPlan(
        String kind,
        List<String> argv,
        Map<String, String> environment,
        WorkPlan work,
        GracePlan graces,
        Optional<String> task,
        ReadPlan reads,
        Map<String, Object> settings) {

    public CommandPlan {
        argv = List.copyOf(argv);
    }

    /** The same with one more of what its kind needs to know. */
    public CommandPlan withSetting(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new CommandPlan(kind, argv, environment, work, graces, task, reads, more);
    }

    /** The same, working elsewhere. */
    public CommandPlan withWork(WorkPlan other) {
        return new CommandPlan(kind, argv, environment, other, graces, task, reads, settings);
    }

    /** Whose folder a process works in. */
    public enum WorkPolicy {
        /** One of its own in the run's folder, with a copy of each input. */
        COPY,
        /** One of its own, with a symbolic link to one frozen, read-only copy of each input. */
        LINK,
        /** The one that the inputs are in, which all runs share; what is frozen of them is elsewhere. */
        SHARE
    }

    /**
     * Where a process works.
     *
     * @param directory absolute with {@link WorkPolicy#SHARE}; else relative to the run's own folder, empty for that itself
     * @param inputs the address of the list of frozen inputs ({@code source.InputList}); empty when it is given none
     */
    public record WorkPlan(WorkPolicy policy, String directory, Optional<String> inputs) {}

    /**
     * How long a process that is to end may take: after an INT, and then after a TERM; what is left is killed.
     *
     * @param interrupt at least 0
     * @param terminate at least 0
     */
    public record GracePlan(Duration interrupt, Duration terminate) {

        /** Five seconds, then three. */
        public static final GracePlan DEFAULT = new GracePlan(Duration.ofSeconds(5), Duration.ofSeconds(3));
    }

    /**
     * What is read as intermediate values, by the names under which they are reported.
     *
     * @param patterns regular expressions for printed lines with a group {@code value} and maybe a group {@code step}
     * @param columns {@code FILE:COLUMN} of CSV files, from where the process works
     */
    public record ReadPlan(Map<String, String> patterns, Map<String, String> columns) {

        public static final ReadPlan NOTHING = new ReadPlan(Map.of(), Map.of());
    }

    /** The same command from whose output other values are read. */
    public CommandPlan reading(ReadPlan others) {
        return new CommandPlan(kind, argv, environment, work, graces, task, others, settings);
    }
}
