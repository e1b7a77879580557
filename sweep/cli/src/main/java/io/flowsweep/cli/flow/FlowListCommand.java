package io.flowsweep.cli.flow;

import io.flowsweep.cli.input.StoreInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        footer = {
            "%nWHEN is a date (2026-03-01), a time (2026-03-01T14:30, with Z for UTC) or how long ago (90m, 2d).",
            "The options about runs make a list of runs, of all flows when FLOW is left out."
        },
        sortOptions = false)
final class FlowListCommand extends StoreInput implements Callable<Integer> {

    @Parameters(paramLabel = "FLOW", arity = "0..1", description = "The name of a flow.")
    String flow;

    @Option(names = "--tag", paramLabel = "TAG", description = "Only runs with this tag; may be repeated.")
    List<String> tags = new ArrayList<>();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            split = ",",
            description =
                    "Only runs in one of these states: RUNNING, SUCCEEDED, FAILED, TIMED_OUT, TERMINATED, LOST, STOPPED.")
    List<String> states = new ArrayList<>();

    @Option(names = "--since", paramLabel = "WHEN", description = "Only runs started then or later.")
    String since;

    @Option(names = "--until", paramLabel = "WHEN", description = "Only runs started before then.")
    String until;

    @Option(names = "-n", paramLabel = "N", description = "At most so many runs; default: 20, with --json all.")
    Integer most;

    @Override
    public Integer call() {
        return new FlowListVerb(this).call();
    }
}
