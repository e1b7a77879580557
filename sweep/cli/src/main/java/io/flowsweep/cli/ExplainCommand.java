package io.flowsweep.cli;

import io.flowsweep.codec.ValueCodec;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.results.Explanation;
import io.flowsweep.sweep.results.TrialRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(sortOptions = false)
final class ExplainCommand extends VariantInput implements Callable<Integer> {

    @Override
    public Integer call() {
        RecordedSweep recorded = recorded();
        TrialRecord trial = trial(recorded);
        Sweep now = Sweep.load(recorded.file());
        Explanation explanation = now.explain(
                trial.name(), trial.id().repeat(), SweepOptions.defaults().store(recorded.store()));
        if (json) {
            print(ValueCodec.encode(Explanation.class, explanation));
        } else {
            print(trial.label() + " " + explanation.text());
        }
        return ExitCodes.SUCCESS;
    }
}
