package io.flowsweep.command;

import io.flowsweep.codec.NumberText;
import io.flowsweep.source.TerminalText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a line by which a program tells them: {@code flowsweep step=3 loss=0.12 accuracy=0.9}. With {@code step} they are
 * intermediate values at that position, without it final ones. A line that has anything else in it is no such line.
 *
 * @param values at least one, by name
 */
public record PrintedValues(Optional<Double> step, Map<String, Double> values) {

    private static final String WORD = "flowsweep";

    private static final Pattern PAIR =
            Pattern.compile("\\s+([\\p{L}_][\\p{L}\\p{N}_]*)=(" + NumberText.ANY + ")(?=\\s|$)");

    /** Empty for any other line. */
    public static Optional<PrintedValues> of(String printed) {
        String line = TerminalText.plain(printed).stripTrailing();
        if (!line.startsWith(WORD)) {
            return Optional.empty();
        }
        Map<String, Double> values = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(line).region(WORD.length(), line.length());
        while (pair.lookingAt()) {
            values.put(pair.group(1), NumberText.parse(pair.group(2)).orElseThrow());
            pair.region(pair.end(), pair.regionEnd());
        }
        Optional<Double> step = Optional.ofNullable(values.remove("step"));
        return pair.regionStart() == pair.regionEnd() && !values.isEmpty()
                ? Optional.of(new PrintedValues(step, values))
                : Optional.empty();
    }
}
