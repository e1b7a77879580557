package io.flowsweep.cli.drive;

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
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code flowsweep retry}. */
final class RetryVerb {

    private final RetryCommand command;
    private final RecordedSweep recorded;
    private final Pattern message;
    private final Optional<Set<Long>> chosen;

    RetryVerb(RetryCommand command) {
        this.command = command;
        this.recorded = command.recorded();
        this.message = pattern(command.error);
        this.chosen = Optional.ofNullable(command.only)
                .map(word -> Set.copyOf(VariantWord.of(word).variantsIn(recorded)));
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new InvalidInputException("--error is no regular expression: " + e.getMessage(), "", "");
        }
    }

    int call() {
        if (!recorded.drivers().isEmpty() && !command.run.takeOver) {
            tellDriver();
            return ExitCodes.SUCCESS;
        }
        SweepOptions options = DriverOptions.of(command.run, recorded.store()).retry(message, this::isChosen);
        return new Driving(command.spec.commandLine(), command.json, command.run).run(recorded.sweep(), options);
    }

    private void tellDriver() {
        List<Long> variants = recorded.trials().all().stream()
                .filter(this::isWanted)
                .map(trial -> trial.id().variant())
                .distinct()
                .toList();
        variants.forEach(recorded.control()::add);
        Map<String, Object> facts = Told.facts(recorded, "retry");
        facts.put("variants", variants);
        command.tell(
                "told the driver of " + recorded.name() + " to run " + Texts.count(variants.size(), "variant")
                        + " again",
                facts);
    }

    private boolean isWanted(TrialRecord trial) {
        boolean failed = trial.state() == RunState.FAILED || trial.state() == RunState.TIMED_OUT;
        return failed
                && isChosen(trial.id().variant())
                && message.matcher(trial.failure().orElse("")).find();
    }

    private boolean isChosen(long variant) {
        return chosen.map(variants -> variants.contains(variant)).orElse(true);
    }
}
