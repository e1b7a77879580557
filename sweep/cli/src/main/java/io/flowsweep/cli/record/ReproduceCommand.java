package io.flowsweep.cli.record;

import io.flowsweep.cli.input.VariantInput;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.results.TrialRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code flowsweep reproduce}: the one command that runs a variant by itself. */
@Command(sortOptions = false)
final class ReproduceCommand extends VariantInput implements Callable<Integer> {

    @Override
    public Integer call() {
        RecordedSweep recorded = recorded();
        TrialRecord trial = trial(recorded);
        String command = recorded.origin().reproduction(trial, Optional.ofNullable(store));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sweep", recorded.id());
        facts.put("variant", trial.id().variant());
        facts.put("repeat", trial.id().repeat());
        facts.put("identity", trial.identity());
        facts.put("command", command);
        tell(command, facts);
        return ExitCodes.SUCCESS;
    }
}
