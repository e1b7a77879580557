package io.flowsweep.cli.record;

import io.flowsweep.cli.input.RecordedInput;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.SweepOptions;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code flowsweep accept}: declares that a change of the code changes no result. */
@Command(sortOptions = false)
final class AcceptCommand extends RecordedInput implements Callable<Integer> {

    @Override
    public Integer call() {
        RecordedSweep recorded = recorded();
        boolean changed = recorded.current()
                .outlook(SweepOptions.defaults().store(recorded.store()))
                .acceptCode(recorded.start());
        tell(
                changed
                        ? "on record: the code of " + recorded.name()
                                + " as it is now and as it was then give the same results"
                        : "the code of " + recorded.name() + " has not changed",
                Map.of("sweep", recorded.id(), "accepted", changed));
        return ExitCodes.SUCCESS;
    }
}
