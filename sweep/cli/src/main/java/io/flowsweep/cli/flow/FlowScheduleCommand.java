package io.flowsweep.cli.flow;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        footer = {
            "%nDeploys the flow like `flow deploy`, and shows when it will run. Runs are started by `flowsweep scheduler`.",
            "A parameter of the flow is given as --NAME VALUE behind FILE."
        },
        sortOptions = false)
final class FlowScheduleCommand extends DeployInput implements Callable<Integer> {

    @Option(
            names = "--cron",
            paramLabel = "CRON",
            description = "When to run it, for instance \"0 6 * * 1-5\"; default: what @Schedule of the flow says.")
    String cron;

    @Option(names = "--timezone", paramLabel = "ZONE", description = "Whose local time the cron means; default: UTC.")
    String timezone;

    @Option(
            names = "--missed",
            paramLabel = "WHAT",
            description = "What to do about times at which no scheduler was there: skip, once (default) or all.")
    String missed;

    @Option(
            names = "--overlap",
            paramLabel = "WHAT",
            description = "What to do while an earlier run goes on: allow (default), forbid or replace.")
    String overlap;

    @Option(names = "--next", paramLabel = "N", description = "How many of the next times to show; default: 3.")
    int next = 3;

    @Override
    public Integer call() {
        return new FlowScheduleVerb(this).call();
    }
}
