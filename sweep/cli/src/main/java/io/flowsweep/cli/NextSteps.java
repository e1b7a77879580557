package io.flowsweep.cli;

import io.flowsweep.sweep.results.SweepSummary;
import java.util.ArrayList;
import java.util.List;

/** Which commands take up what a sweep that has ended has not brought to success. */
final class NextSteps {

    private NextSteps() {}

    /** None while the sweep goes on, and when there is nothing to take up. */
    static List<String> of(SweepSummary summary) {
        List<String> steps = new ArrayList<>();
        if (summary.outcome().isPresent() && summary.left() + summary.terminated() > 0) {
            steps.add("`flowsweep resume " + summary.name() + "` goes on with what is left");
        }
        if (summary.outcome().isPresent() && summary.failed() > 0) {
            steps.add(retry(summary.name()));
        }
        return steps;
    }

    static String retry(String name) {
        return "`flowsweep retry " + name + "` runs again what failed";
    }
}
