package io.flowsweep.cli.status;

import io.flowsweep.cli.input.RecordedInput;
import io.flowsweep.cli.output.EndReport;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.sweep.RecordedSweep;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code flowsweep watch}: on a terminal the status with a chart, redrawn in place; else a line whenever something has changed. */
@Command(sortOptions = false)
final class WatchCommand extends RecordedInput implements Callable<Integer> {

    private static final long PERIOD_NANOS = 500_000_000;
    private static final String HOME_AND_CLEAR = "\u001b[H\u001b[J";

    @Option(
            names = "--chart",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which chart of the sweep is drawn below, from 1; 0 for none; default: ${DEFAULT-VALUE}.")
    int chart;

    @Override
    public Integer call() {
        RecordedSweep recorded = recorded();
        WatchText text = new WatchText(recorded, chart);
        show(recorded, text);
        while (!recorded.drivers().isEmpty()) {
            LockSupport.parkNanos(PERIOD_NANOS);
            if (recorded.refresh()) {
                show(recorded, text);
            }
        }
        if (recorded.refresh()) {
            show(recorded, text);
        }
        if (recorded.lost() && !json && !Terminal.detect().interactive()) {
            say(StatusText.lost(recorded));
        }
        return ExitCodes.SUCCESS;
    }

    private void show(RecordedSweep recorded, WatchText text) {
        Terminal terminal = Terminal.detect(); // each time, as its window may have another size now
        if (json) {
            print(StatusText.json(recorded));
        } else if (terminal.interactive()) {
            say(HOME_AND_CLEAR + text.of(terminal.width()));
        } else {
            say(EndReport.line(recorded.summary()));
        }
    }
}
