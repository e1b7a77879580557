package io.flowsweep.cli.drive;

import io.flowsweep.cli.input.RecordedInput;
import io.flowsweep.sweep.VariantWord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flowsweep retry}: what failed runs again, as it was; a live driver is told to. */
@Command(sortOptions = false)
final class RetryCommand extends RecordedInput implements Callable<Integer> {

    @Mixin
    RunOptions run;

    @Option(
            names = "--error",
            paramLabel = "PATTERN",
            defaultValue = "",
            description = "Only what failed with a message in which this regular expression is found.")
    String error;

    @Option(
            names = "--only",
            paramLabel = "VARIANT",
            description = "Only what is named so: a variant, " + VariantWord.HELP_SEVERAL + ".")
    String only;

    @Override
    public Integer call() {
        return new RetryVerb(this).call();
    }
}
