package io.flowsweep.cli.drive;

import io.flowsweep.cli.input.SweepInput;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code flowsweep deploy}: every variant of a sweep is deployed, and none is run. */
@Command(
        footer = "%nWhat is deployed is triggered, paused and deleted with `flowsweep deployments`.",
        sortOptions = false)
final class DeployCommand extends SweepInput implements Callable<Integer> {

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where it is deployed; default: FLOWSWEEP_HOME, else the nearest .flowsweep upwards.")
    Path store;

    @Option(names = "--dry-run", description = "Show what would change; change nothing.")
    boolean dryRun;

    @Option(names = "--yes", description = "Change it without asking.")
    boolean yes;

    @Option(names = "--force", description = "Change deployments that are somebody else's, too.")
    boolean force;

    @Option(names = "--json", description = "Print what has changed as JSON, and nothing else.")
    boolean json;

    @Override
    public Integer call() {
        return new DeployVerb(this).call();
    }
}
