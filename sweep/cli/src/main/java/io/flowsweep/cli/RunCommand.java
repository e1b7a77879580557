package io.flowsweep.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

@Command(sortOptions = false)
final class RunCommand extends SweepInput implements Callable<Integer> {

    @Option(names = "--dry-run", description = "Check everything and show the plan; start nothing.")
    boolean dryRun;

    @Option(
            names = {"-j", "--parallel"},
            paramLabel = "N",
            description = "The most runs in flight; default: what the sweep file says, else the machine's processors.")
    Integer parallel;

    @Option(names = "--executor", paramLabel = "NAME", description = "What starts the runs: process or inline.")
    String executor;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where runs are kept; default: FLOWSWEEP_HOME, else the nearest .flowsweep upwards.")
    Path store;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where table and charts appear, in NAME/latest; default: ${DEFAULT-VALUE}.")
    Path results;

    @Option(
            names = "--oversubscribe",
            description = "Run variants that ask for more than this machine has; default: skip them.")
    boolean oversubscribe;

    @Option(
            names = "--strict",
            description = "Refuse the sweep when a variant can never run here; looks at every variant first.")
    boolean strict;

    @Option(names = "--json", description = "Print every event as a line of JSON, and nothing else.")
    boolean json;

    @Override
    public Integer call() {
        if (parallel != null && parallel < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--parallel: at least 1 run must be in flight, but got " + parallel);
        }
        return new RunVerb(this).call();
    }
}
