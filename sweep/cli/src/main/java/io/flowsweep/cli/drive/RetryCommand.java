package io.flowsweep.cli.drive;

import io.flowsweep.cli.input.RecordedInput;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.VariantWord;
import io.flowsweep.sweep.results.TrialRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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
        RecordedSweep recorded = recorded();
        Pattern pattern = pattern();
        Optional<Set<Long>> chosen = Optional.ofNullable(only)
                .map(word -> Set.copyOf(VariantWord.of(word).variantsIn(recorded)));
        if (!recorded.drivers().isEmpty() && !run.takeOver) {
            List<Long> variants = recorded.trials().all().stream()
                    .filter(trial -> hasFailed(trial)
                            && isChosen(chosen, trial.id().variant())
                            && pattern.matcher(trial.failure().orElse("")).find())
                    .map(trial -> trial.id().variant())
                    .distinct()
                    .toList();
            variants.forEach(recorded.control()::add);
            Map<String, Object> facts = Told.facts(recorded, "retry");
            facts.put("variants", variants);
            tell(
                    "told the driver of " + recorded.name() + " to run " + Texts.count(variants.size(), "variant")
                            + " again",
                    facts);
            return ExitCodes.SUCCESS;
        }
        SweepOptions options =
                DriverOptions.of(run, recorded.store()).retry(pattern, variant -> isChosen(chosen, variant));
        return new Driving(spec.commandLine(), json, run.show).run(recorded, options, run.detach);
    }

    private static boolean isChosen(Optional<Set<Long>> chosen, long variant) {
        return chosen.map(variants -> variants.contains(variant)).orElse(true);
    }

    private static boolean hasFailed(TrialRecord trial) {
        return trial.state() == RunState.FAILED || trial.state() == RunState.TIMED_OUT;
    }

    private Pattern pattern() {
        try {
            return Pattern.compile(error);
        } catch (PatternSyntaxException e) {
            throw new InvalidInputException("--error is no regular expression: " + e.getMessage(), "", "");
        }
    }
}
