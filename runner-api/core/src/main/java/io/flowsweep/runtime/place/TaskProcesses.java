package io.flowsweep.runtime.place;

import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostResources.Slots;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.limits.LimitedProcess;
import io.flowsweep.executor.limits.ProcessLimits;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.RulesPlan;
import io.flowsweep.runtime.log.HostLog;
import io.flowsweep.runtime.log.RunLogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts JVMs like this host's own to carry out tasks. Used by one thread. */
final class TaskProcesses implements HostPlaces.Processes {

    private final RunLogs logs;
    private final int host;
    private final HostLog log;
    private final HostResources resources;
    private int started;

    /** @param resources of each of them, wherever its processors and GPUs are */
    TaskProcesses(RunLogs logs, int host, HostLog log, HostResources resources) {
        this.logs = logs;
        this.host = host;
        this.log = log;
        this.resources = resources;
    }

    /**
     * @param rules of the tasks that it is for: their environment comes on top of this host's own
     * @param slots where it is to be; empty: where this host is
     */
    @Override
    public TaskPlace start(RulesPlan rules, Optional<Slots> slots) {
        started++;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        System.getProperty(HostProperties.FLAGS, "").lines().forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(TaskHostMain.class.getName());
        command.add(logs.store().uri().toString());
        command.add(logs.run());
        command.add(Integer.toString(host));
        command.add(Integer.toString(started));
        rules.dependencies().map(DependencyPlan::key).ifPresent(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().putAll(rules.environment());
        try {
            slots.ifPresent(
                    own -> builder.environment().put(Admission.WITHIN, logs.run() + "/" + host + "/" + started));
            LimitedProcess process = ProcessLimits.ofThisMachine().start(builder, resources.in(slots));
            return new ProcessPlace(process, resources.memoryBytes(), rules, log);
        } catch (IOException e) {
            throw new UncheckedIOException("a process for a task could not be started", e);
        }
    }
}
