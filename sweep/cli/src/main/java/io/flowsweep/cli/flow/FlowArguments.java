package io.flowsweep.cli.flow;

import io.flowsweep.cli.input.ParameterWords;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.runner.Runner;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.ParameterException;

/** Gives a flow the configs and parameters of its command line. */
final class FlowArguments {

    private FlowArguments() {}

    /** A runner with all that the command line says; the flow is not read yet. */
    static Runner runner(FlowInput input) {
        Runner runner = Runner.of(input.file.toAbsolutePath().normalize());
        Set<String> named = new HashSet<>();
        for (Iterator<String> pair = input.configs.iterator(); pair.hasNext(); ) {
            String name = once("--config", pair.next(), named, input);
            Path file = Path.of(pair.next()).toAbsolutePath();
            runner = runner.config(name, new ConfigSource.File(file, "--config " + name));
        }
        named.clear();
        for (Iterator<String> pair = input.configValues.iterator(); pair.hasNext(); ) {
            String name = once("--config-value", pair.next(), named, input);
            runner = runner.config(name, new ConfigSource.Text(pair.next(), "--config-value " + name));
        }
        if (!(input instanceof FlowResumeCommand)) {
            runner = runner.inputsFrom(System.getenv());
        }
        for (Map.Entry<String, String> parameter :
                ParameterWords.read(input.spec.commandLine(), input.parameters).entrySet()) {
            runner = runner.parameter(parameter.getKey(), parameter.getValue());
        }
        return input.store == null ? runner : runner.store(input.store);
    }

    private static String once(String option, String name, Set<String> named, FlowInput input) {
        if (!named.add(name)) {
            throw new ParameterException(input.spec.commandLine(), option + " " + name + " is given twice");
        }
        return name;
    }

    /** The same with how the run is to be carried out. */
    static Runner runner(FlowStart start) {
        Runner runner =
                runner((FlowInput) start).tag(start.tags.toArray(String[]::new)).keepGoing(start.keepGoing);
        runner = start.executor == null ? runner : runner.executor(start.executor);
        runner = start.branch == null ? runner : runner.branch(start.branch);
        if (start.maxWorkers != null) {
            runner = runner.maxWorkers(atLeastOne(start, "--max-workers", start.maxWorkers));
        }
        if (start.maxSplits != null) {
            runner = runner.maxSplits(atLeastOne(start, "--max-splits", start.maxSplits));
        }
        if (!start.sources.isEmpty()) {
            runner = runner.sources(start.sources.toArray(String[]::new));
        }
        runner = runner.env(start.environment);
        for (String decorator : start.decorators) {
            runner = runner.with(decorator);
        }
        return runner;
    }

    private static int atLeastOne(FlowInput input, String option, int value) {
        if (value < 1) {
            throw new ParameterException(input.spec.commandLine(), option + " must be at least 1, but got " + value);
        }
        return value;
    }
}
