package io.flowsweep.cli;

import io.flowsweep.client.RunFilter;
import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Durations;
import io.flowsweep.events.RunState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "Lists the flows on record, or the runs of one, the newest first.",
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
            description = "Only runs in one of these states: ${COMPLETION-CANDIDATES}.")
    List<RunState> states = new ArrayList<>();

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

    boolean isAboutRuns() {
        return flow != null || !filter().equals(RunFilter.all()) || most != null;
    }

    RunFilter filter() {
        RunFilter filter = RunFilter.all().tagged(tags.toArray(String[]::new));
        if (!states.isEmpty()) {
            filter = filter.in(states.get(0), states.toArray(RunState[]::new));
        }
        filter = since == null ? filter : filter.since(moment("--since", since));
        return until == null ? filter : filter.until(moment("--until", until));
    }

    private Instant moment(String option, String text) {
        try {
            return Instant.now().minus(Durations.parse(text));
        } catch (CodecException notHowLongAgo) {
            try {
                return text.endsWith("Z")
                        ? Instant.parse(text)
                        : (text.contains("T")
                                        ? LocalDateTime.parse(text)
                                        : LocalDate.parse(text).atStartOfDay())
                                .atZone(ZoneId.systemDefault())
                                .toInstant();
            } catch (DateTimeParseException e) {
                throw new ParameterException(
                        spec.commandLine(),
                        option
                                + " takes a date such as 2026-03-01, a time such as 2026-03-01T14:30, or how long ago such as"
                                + " 2d, but got \"" + text + "\"");
            }
        }
    }
}
