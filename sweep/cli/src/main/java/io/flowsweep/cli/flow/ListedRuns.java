package io.flowsweep.cli.flow;

import io.flowsweep.client.RunFilter;
import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Durations;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.events.RunState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;

/** Which runs the options of {@code flowsweep flow list} ask for. Not in the command, so that its help need not load it. */
record ListedRuns(FlowListCommand command) {

    /** @throws ParameterException when a state or a time cannot be read */
    RunFilter filter() {
        RunFilter filter = RunFilter.all().tagged(command.tags.toArray(String[]::new));
        if (!command.states.isEmpty()) {
            RunState[] states = command.states.stream().map(this::state).toArray(RunState[]::new);
            filter = filter.in(states[0], states);
        }
        filter = command.since == null ? filter : filter.since(moment("--since", command.since));
        return command.until == null ? filter : filter.until(moment("--until", command.until));
    }

    private RunState state(String text) {
        return Stream.of(RunState.values())
                .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> refused("there is no state \"" + text + "\". "
                        + Suggestions.didYouMean(
                                text,
                                Arrays.stream(RunState.values()).map(Enum::name).toList())));
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
                throw refused(option
                        + " takes a date such as 2026-03-01, a time such as 2026-03-01T14:30, or how long ago such as"
                        + " 2d, but got \"" + text + "\"");
            }
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(command.spec.commandLine(), why);
    }
}
