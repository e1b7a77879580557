package io.flowsweep.cli.output;

import io.flowsweep.sweep.results.SweepSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How far a sweep is, as one line: a pure function of where it stands. */
public final class ProgressLine {

    private static final int BAR = 20;

    private ProgressLine() {}

    /**
     * Bar, done and total, running, failed, elapsed, remaining time, best so far. Parts that do not fit are left out from
     * the right.
     *
     * @param ending whether no more variants are started: then there is no remaining time
     * @param elapsed since the start
     * @param now for the remaining time
     * @param width the most characters; one more is left free, so that no terminal wraps the line
     */
    public static String render(SweepSummary sweep, boolean ending, Duration elapsed, Instant now, int width) {
        List<String> parts = new ArrayList<>();
        parts.add(bar(sweep.open() ? 0 : sweep.done(), sweep.trials()) + " " + sweep.done() + "/" + sweep.trialsText());
        parts.add(sweep.running() + " running");
        if (sweep.failed() > 0) {
            parts.add(sweep.failed() + " failed");
        }
        if (sweep.skipped() > 0) {
            parts.add(sweep.skipped() + " skipped");
        }
        parts.add(Texts.duration(elapsed));
        if (ending) {
            parts.add("ending");
        } else {
            sweep.remaining(now).ifPresent(left -> parts.add("ETA " + Texts.duration(left)));
        }
        sweep.best().ifPresent(best -> {
            parts.add("best " + best.metric() + "=" + Texts.number(best.value())
                    + best.unit().map(u -> " " + u).orElse(""));
            parts.add("(" + best.variant() + ")");
        });
        String line = String.join("  ", parts);
        while (line.length() > width - 1 && parts.size() > 1) {
            parts.remove(parts.size() - 1);
            line = String.join("  ", parts);
        }
        return Texts.cut(line, width - 1);
    }

    private static String bar(long done, long total) {
        int full = total == 0 ? BAR : (int) (BAR * done / total);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }
}
