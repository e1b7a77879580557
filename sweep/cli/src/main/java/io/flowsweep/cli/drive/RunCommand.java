package io.flowsweep.cli.drive;

import io.flowsweep.cli.input.SweepInput;
import io.flowsweep.sweep.VariantWord;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

@Command(sortOptions = false)
final class RunCommand extends SweepInput implements Callable<Integer> {

    @Option(names = "--dry-run", description = "Check everything and show the plan; start nothing.")
    boolean dryRun;

    @Mixin
    RunOptions run;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where runs are kept; default: FLOWSWEEP_HOME, else the nearest .flowsweep upwards.")
    Path store;

    @Option(names = "--fresh", description = "Run everything, whatever results are on record.")
    boolean fresh;

    @Option(
            names = "--yes",
            description = "With --take-over: end running variants that are no longer in the sweep without asking.")
    boolean yes;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Run only the I-th of N parts; other drivers, perhaps elsewhere, run the others.")
    String shard;

    @Option(
            names = "--only",
            paramLabel = "VARIANT",
            description =
                    "Run only what is named so, in the foreground with its log, off the sweep's record: a variant, "
                            + VariantWord.HELP_SEVERAL + ".")
    String only;

    @Option(names = "--smoke", description = "Run the first and the last variant, once each.")
    boolean smoke;

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
        if (!run.problem().isEmpty()) {
            throw new ParameterException(spec.commandLine(), run.problem());
        }
        return new RunVerb(this).call();
    }
}
