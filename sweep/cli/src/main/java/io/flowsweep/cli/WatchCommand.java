package io.flowsweep.cli;

import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.results.SweepSummary;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;

/** {@code flowsweep watch}: on a terminal the status, redrawn in place; else a line whenever something has changed. */
@Command(sortOptions = false)
final class WatchCommand extends RecordedInput implements Callable<Integer> {

    private static final long PERIOD_NANOS = 500_000_000;
    private static final String HOME_AND_CLEAR = "\u001b[H\u001b[J";

    @Override
    public Integer call() {
        RecordedSweep recorded = recorded();
        Terminal terminal = Terminal.detect();
        show(recorded, terminal);
        while (!recorded.drivers().isEmpty()) {
            LockSupport.parkNanos(PERIOD_NANOS);
            if (recorded.refresh()) {
                show(recorded, terminal);
            }
        }
        recorded.refresh();
        show(recorded, terminal);
        return ExitCodes.SUCCESS;
    }

    private void show(RecordedSweep recorded, Terminal terminal) {
        if (json) {
            print(StatusText.json(recorded));
        } else if (terminal.interactive()) {
            SweepSummary summary = recorded.summary();
            boolean ending = summary.outcome().isPresent();
            String line = ProgressLine.render(summary, ending, summary.elapsed(), terminal.width());
            say(HOME_AND_CLEAR + line + "\n" + StatusText.of(recorded));
        } else {
            say(EndReport.line(recorded.summary()));
        }
    }
}
