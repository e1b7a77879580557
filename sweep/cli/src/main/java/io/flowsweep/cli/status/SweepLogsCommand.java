package io.flowsweep.cli.status;

import io.flowsweep.cli.input.VariantInput;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.RunJson;
import io.flowsweep.client.LogLine;
import io.flowsweep.client.LogPosition;
import io.flowsweep.client.Run;
import io.flowsweep.codec.Json;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.results.TrialRecord;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(sortOptions = false)
final class SweepLogsCommand extends VariantInput implements Callable<Integer> {

    private static final long POLL_NANOS = 200_000_000;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until the run has ended.")
    boolean follow;

    @Override
    public Integer call() {
        RecordedSweep sweep = recorded();
        TrialRecord trial = trial(sweep);
        Run run = sweep.run(trial)
                .orElseThrow(() -> new InvalidInputException(
                        trial.label() + " has no run", "", trial.failure().orElse("")));
        LogPosition position = LogPosition.START;
        boolean goesOn = true;
        while (goesOn) {
            goesOn = follow && !run.state().ended(); // asked before reading, so that the last line is not missed
            for (Iterator<LogLine> lines = run.printed(position).iterator(); lines.hasNext(); ) {
                LogLine line = lines.next();
                position = line.next();
                print(json ? line(line) : line.text());
            }
            if (goesOn) {
                LockSupport.parkNanos(POLL_NANOS);
                run = run.parent().run(run.id()).orElse(run);
            }
        }
        return ExitCodes.SUCCESS;
    }

    private static String line(LogLine line) {
        return Json.write(RunJson.line(line));
    }
}
