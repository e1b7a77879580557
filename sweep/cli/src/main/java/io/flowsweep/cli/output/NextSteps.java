package io.flowsweep.cli.output;

import io.flowsweep.codec.ShellWord;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.results.SweepSummary;
import java.util.ArrayList;
import java.util.List;

/** Which commands take up what a sweep that has ended has not brought to success. */
public final class NextSteps {

    private NextSteps() {}

    /** None while the sweep goes on, and when there is nothing to take up. */
    public static List<String> of(SweepSummary summary) {
        List<String> steps = new ArrayList<>();
        if (summary.outcome().isEmpty()) {
            return steps;
        }
        boolean endedEarly = summary.outcome().get() != Outcome.COMPLETED; // else others have what is left: shards
        if (endedEarly && summary.left() > 0 || summary.terminated() > 0) {
            steps.add(resume(summary.name()) + " goes on with what is left");
        }
        if (summary.failed() > 0) {
            steps.add(retry(summary.name()));
        }
        return steps;
    }

    /** {@code `flowsweep resume NAME`}. */
    public static String resume(String name) {
        return "`flowsweep resume " + ShellWord.of(name) + "`";
    }

    public static String retry(String name) {
        return "`flowsweep retry " + ShellWord.of(name) + "` runs again what failed";
    }
}
