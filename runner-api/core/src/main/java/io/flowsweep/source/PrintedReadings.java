package io.flowsweep.source;

import io.flowsweep.codec.NumberText;
import io.flowsweep.plan.CommandPlan.ReadPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads values from printed lines by the patterns of a {@link ReadPlan}. The position of a value is what the group {@code step} of its
 * pattern holds, else the number behind {@code step} or {@code epoch} on the same line, else how many values of that name there were,
 * from 1. Confined to one thread at a time.
 */
public final class PrintedReadings {

    /** A value that was read. */
    public record Reading(String name, double position, double value) {}

    private static final Pattern POSITION =
            Pattern.compile("(?i)(?<![\\w.])(?:step|epoch)\\W{0,3}(" + NumberText.FINITE + ")");

    private record Named(Pattern pattern, boolean hasStep) {}

    private final Map<String, Named> patterns = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    public PrintedReadings(ReadPlan plan) {
        plan.patterns()
                .forEach((name, regex) ->
                        patterns.put(name, new Named(Pattern.compile(regex), regex.contains("(?<step>"))));
    }

    /**
     * The pattern for a value that is printed with its name: {@code val_acc=0.93}, {@code val_acc: 0.93}, {@code "val_acc": 0.93} or
     * {@code val_acc 0.93}.
     */
    public static String ofName(String name) {
        return "(?<![\\w./-])" + Pattern.quote(name) + "[\"']?(?:\\s*[=:]\\s*|\\s+)(?<value>" + NumberText.WHOLE + ")";
    }

    /** The values in a line, in the order of the patterns; of each pattern the last one. */
    public List<Reading> in(String printed) {
        String line = TerminalText.plain(printed);
        List<Reading> found = new ArrayList<>();
        patterns.forEach((name, named) -> {
            Matcher matcher = named.pattern().matcher(line);
            OptionalDouble value = OptionalDouble.empty();
            Optional<String> step = Optional.empty();
            while (matcher.find()) {
                value = NumberText.parse(matcher.group("value"));
                step = named.hasStep() ? Optional.ofNullable(matcher.group("step")) : step;
            }
            if (value.isPresent()) {
                found.add(new Reading(name, position(name, step, line), value.getAsDouble()));
            }
        });
        return found;
    }

    private double position(String name, Optional<String> step, String line) {
        int count = counts.merge(name, 1, Integer::sum);
        if (step.isPresent()) {
            return NumberText.parse(step.get()).orElse(count);
        }
        Matcher position = POSITION.matcher(line);
        return position.find() ? NumberText.parse(position.group(1)).orElse(count) : count;
    }
}
