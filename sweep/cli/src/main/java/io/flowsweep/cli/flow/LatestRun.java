package io.flowsweep.cli.flow;

import io.flowsweep.client.Flow;
import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.runner.Runner;

/** The run that a user means by {@code latest}. */
final class LatestRun {

    private LatestRun() {}

    static String id(Runner runner) {
        Flow flow = runner.runs();
        return flow.latestRun()
                .map(Run::id)
                .orElseThrow(() -> new InvalidInputException(
                        "the flow " + flow.name() + " has no runs", "", "Run it first: flowsweep flow run."));
    }
}
