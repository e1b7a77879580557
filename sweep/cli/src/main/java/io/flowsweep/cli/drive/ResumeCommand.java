package io.flowsweep.cli.drive;

import io.flowsweep.cli.input.RecordedInput;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.VariantWord;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flowsweep resume}: a paused driver goes on; a sweep that nobody drives is taken up again, as it was. */
@Command(sortOptions = false)
final class ResumeCommand extends RecordedInput implements Callable<Integer> {

    @Mixin
    RunOptions run;

    @Option(
            names = "--only",
            paramLabel = "VARIANT",
            description =
                    "Run only what is named so, as it was, in the foreground with its log, off the sweep's record: a"
                            + " variant, " + VariantWord.HELP_SEVERAL + ".")
    String only;

    @Option(
            names = "--add",
            paramLabel = "OVERRIDE",
            description =
                    "Add variants to it: values of an axis, cpu=3,4; may be repeated. See `flowsweep add --help`.")
    List<String> added = List.of();

    @Override
    public Integer call() {
        RecordedSweep recorded = recorded();
        if (only != null) {
            Sweep sweep = recorded.sweep();
            return new OneByOne(spec.commandLine(), json)
                    .run(sweep, VariantWord.of(only).in(sweep), DriverOptions.of(run, recorded.store()));
        }
        if (!run.takeOver && recorded.summary().paused() && recorded.control().resume() > 0) {
            tell("told the driver of " + recorded.name() + " to start runs again", Told.facts(recorded, "resume"));
            return ExitCodes.SUCCESS;
        }
        SweepOptions options = DriverOptions.of(run, recorded.store()).adding(added.toArray(String[]::new));
        return new Driving(spec.commandLine(), json, run).run(recorded.sweep(), options);
    }
}
