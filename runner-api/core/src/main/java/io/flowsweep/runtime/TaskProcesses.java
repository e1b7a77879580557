package io.flowsweep.runtime;

import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.FlowPlan.RulesPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts JVMs like this host's own to carry out tasks. Used by one thread. */
final class TaskProcesses {

    /** The system property in which a host is told the JVM flags it was started with, one a line. */
    static final String FLAGS = "flowsweep.host.flags";

    private final RunLogs logs;
    private final int host;
    private final HostLog log;
    private int started;

    TaskProcesses(RunLogs logs, int host, HostLog log) {
        this.logs = logs;
        this.host = host;
        this.log = log;
    }

    /** Starts one with the environment and the libraries that these rules ask for. */
    TaskPlace start(RulesPlan rules) {
        started++;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        System.getProperty(FLAGS, "").lines().forEach(command::add);
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
            return new ProcessPlace(builder.start(), rules, log);
        } catch (IOException e) {
            throw new UncheckedIOException("a process for a task could not be started", e);
        }
    }
}
