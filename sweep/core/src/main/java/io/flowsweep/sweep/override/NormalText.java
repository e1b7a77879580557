package io.flowsweep.sweep.override;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.sweep.override.OverrideValue.Numbers;
import io.flowsweep.sweep.override.OverrideValue.One;
import io.flowsweep.sweep.override.OverrideValue.Options;
import io.flowsweep.sweep.override.OverrideValue.Several;
import io.flowsweep.sweep.space.domain.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The one spelling of a value. */
final class NormalText {

    /** A longer range is written by its ends. */
    private static final int MOST_SPELLED_OUT = 100;

    private NormalText() {}

    static String path(List<String> segments) {
        return segments.stream()
                .map(segment -> segment.matches("[\\p{L}\\p{N}_$-]+") ? segment : quoted(segment, '"'))
                .collect(Collectors.joining("."));
    }

    static String of(OverrideValue value) {
        if (value instanceof One one) {
            return of(one.element().plain());
        }
        if (value instanceof Several several) {
            List<Object> values = new ArrayList<>();
            several.elements().forEach(element -> values.add(element.plain()));
            return several(values);
        }
        if (value instanceof Numbers numbers) {
            return of(numbers.range());
        }
        Glob glob = ((Options) value).glob();
        return "glob(" + of(glob.include()) + (glob.exclude().isEmpty() ? "" : "," + of(glob.exclude())) + ")";
    }

    private static String of(Range range) {
        if (range.size() > MOST_SPELLED_OUT) {
            Object last = range.get(range.size() - 1);
            return of(range.get(0)) + ".." + of(last) + ".." + of(PlainValues.canonical(range.step()));
        }
        return several(LongStream.range(0, range.size()).mapToObj(range::get).toList());
    }

    private static String several(List<Object> values) {
        String text = values.stream().map(NormalText::of).collect(Collectors.joining(","));
        return values.size() == 1 ? "choice(" + text + ")" : text;
    }

    private static String of(Object plain) {
        if (plain instanceof String text) {
            return text.matches("(?!(?i:true|false|null|inf|nan)$)[\\p{L}_/][\\p{L}\\p{N}_./-]*")
                    ? text
                    : quoted(text, '\'');
        }
        if (plain instanceof List<?> items) {
            return items.stream().map(NormalText::of).collect(Collectors.joining(",", "[", "]"));
        }
        if (plain instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted((String) entry.getKey(), '\'') + ":" + of(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return PlainValues.text(plain);
    }

    /** Backslashes in front of a quote are doubled, as the grammar wants it. */
    private static String quoted(String text, char quote) {
        StringBuilder quoted = new StringBuilder().append(quote);
        int slashes = 0;
        for (char c : text.toCharArray()) {
            quoted.append(c == quote ? "\\".repeat(slashes + 1) : "").append(c);
            slashes = c == '\\' ? slashes + 1 : 0;
        }
        return quoted.append("\\".repeat(slashes)).append(quote).toString();
    }
}
