package io.flowsweep.cli.record;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.NextSteps;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.VariantWord;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.Explanation;
import io.flowsweep.sweep.results.Explanation.Kind;
import io.flowsweep.sweep.results.TrialRecord;
import java.math.BigInteger;
import java.util.Optional;

/** {@code flowsweep explain}. */
final class ExplainVerb {

    private final ExplainCommand command;

    ExplainVerb(ExplainCommand command) {
        this.command = command;
    }

    int call() {
        RecordedSweep recorded = command.recorded();
        Sweep now = recorded.current();
        Asked asked = asked(recorded, now);
        Explanation explanation =
                now.outlook(SweepOptions.defaults().store(recorded.store())).explain(asked.name(), asked.repeat());
        if (explanation.kind() == Kind.DETACHED && explanation.run().isEmpty()) {
            command.trial(recorded); // it was never in the sweep, else its run would be known: says what there is
        }
        if (command.json) {
            command.print(ValueCodec.encode(Explanation.class, explanation));
        } else {
            command.print(asked.label() + " " + explanation.text() + cure(explanation, recorded.name()));
        }
        return ExitCodes.SUCCESS;
    }

    private static String cure(Explanation explanation, String name) {
        return explanation.kind() == Kind.FAILED_BEFORE ? ". " + NextSteps.retry(name) : "";
    }

    private record Asked(String name, int repeat, String label) {}

    /** One that was started is known by its number on record; any other by the one it has now. */
    private Asked asked(RecordedSweep recorded, Sweep now) {
        VariantWord word = command.variant();
        Optional<TrialId> number = word.numberIn(recorded);
        Optional<TrialId> unstarted =
                number.filter(trial -> recorded.trials().find(trial).isEmpty());
        if (unstarted.isPresent()
                && now.size().compareTo(BigInteger.valueOf(unstarted.get().variant())) > 0) {
            String name = now.variant(unstarted.get().variant()).name();
            return new Asked(name, unstarted.get().repeat(), name);
        }
        if (number.isEmpty() && recorded.trials().all().stream().noneMatch(word::isNameOf)) {
            return unrecorded(word, now);
        }
        TrialRecord trial = command.trial(recorded);
        return new Asked(trial.name(), trial.id().repeat(), trial.label());
    }

    /** One that has not run, or did before the sweep's last change. */
    private static Asked unrecorded(VariantWord word, Sweep now) {
        try {
            TrialId trial = word.oneIn(now);
            String name = now.variant(trial.variant()).name();
            return new Asked(name, trial.repeat(), trial.repeat() == 0 ? name : name + " #" + trial.repeat());
        } catch (InvalidInputException e) {
            if (word.isCondition()) {
                throw e;
            }
            return new Asked(word.toString(), 0, word.toString());
        }
    }
}
