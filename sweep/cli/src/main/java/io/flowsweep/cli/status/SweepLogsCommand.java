package io.flowsweep.cli.status;

import io.flowsweep.cli.input.VariantInput;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.RunJson;
import io.flowsweep.cli.output.RunLines;
import io.flowsweep.client.LogLine;
import io.flowsweep.client.LogPosition;
import io.flowsweep.client.PrintedTail;
import io.flowsweep.client.Run;
import io.flowsweep.codec.Json;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.results.TrialRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

@Command(sortOptions = false)
final class SweepLogsCommand extends VariantInput implements Callable<Integer> {

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until the run has ended.")
    boolean follow;

    @Option(
            names = {"-n", "--tail"},
            paramLabel = "N",
            description = "Begin with the last N lines; of a long log, the last 256 kB have all that is shown.")
    Integer tail;

    @Override
    public Integer call() {
        RecordedSweep sweep = recorded();
        TrialRecord trial = trial(sweep);
        Run run = sweep.run(trial)
                .orElseThrow(() -> new InvalidInputException(
                        trial.label() + " has no run", "", trial.failure().orElse("")));
        RunLines lines = new RunLines(run, tail == null ? LogPosition.START : last(run), this::show);
        if (follow) {
            lines.follow();
        } else {
            lines.tell();
        }
        return ExitCodes.SUCCESS;
    }

    /** Shows the last lines, and says where they end. */
    private LogPosition last(Run run) {
        if (tail < 1) {
            throw new ParameterException(spec.commandLine(), "--tail must be at least 1, but got " + tail);
        }
        PrintedTail last = run.lastPrinted(tail);
        last.lines().forEach(this::show);
        return last.end();
    }

    private void show(LogLine line) {
        print(json ? Json.write(RunJson.line(line)) : line.text());
    }
}
