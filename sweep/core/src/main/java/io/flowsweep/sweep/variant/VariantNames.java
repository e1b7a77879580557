package io.flowsweep.sweep.variant;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.codec.Secrets;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.domain.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of points, for people and for paths: {@code cpu=2,dim=500}, at most {@value #LONGEST} characters out of
 * {@code A-Z a-z 0-9 . _ + - = , ~}. Two points of one space have two names, also where case does not count. Where a text
 * had to be changed into that of another value, and where it was cut, a hash follows a {@code ~}. The empty point
 * is called {@code base}. No name holds a password of a URL. Immutable.
 */
public final class VariantNames {

    private static final int LONGEST = 100;
    private static final int LONGEST_LABEL = 40;
    private static final int HASH = 12;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._+-]+");

    private final List<Axis> axes;

    /** By axis path; only values that a list spells out. */
    private final Map<String, Map<Object, String>> labels = new HashMap<>();

    public VariantNames(List<Axis> axes) {
        this.axes = List.copyOf(axes);
        for (Axis axis : axes) {
            if (axis.domain() instanceof Values values) {
                labels.put(
                        axis.path(),
                        axis.path().equals(FlowLabels.AXIS) ? flows(values.values()) : distinct(values.values()));
            }
        }
    }

    /** The name of a point of these axes. */
    public String name(Map<String, Object> point) {
        List<String> parts = new ArrayList<>();
        for (Axis axis : axes) {
            if (!point.containsKey(axis.path())) {
                continue;
            }
            Object value = point.get(axis.path());
            Map<Object, String> known = labels.getOrDefault(axis.path(), Map.of());
            String label = known.containsKey(value) ? known.get(value) : label(value);
            parts.add(safe(axis.name().replace("\"", "")) + "=" + label);
        }
        if (parts.isEmpty()) {
            return "base";
        }
        String name = String.join(",", parts);
        return name.length() <= LONGEST ? name : cut(name, LONGEST, name);
    }

    /** By the files' names. */
    private static Map<Object, String> flows(List<Object> values) {
        Map<String, String> names =
                FlowLabels.of(values.stream().map(PlainValues::text).toList());
        Map<Object, String> labels = distinct(values.stream()
                .<Object>map(value -> names.get(PlainValues.text(value)))
                .toList());
        return values.stream()
                .distinct()
                .collect(Collectors.toMap(value -> value, value -> labels.get(names.get(PlainValues.text(value)))));
    }

    private static Map<Object, String> distinct(List<Object> values) {
        Map<String, Long> count = values.stream()
                .collect(Collectors.groupingBy(value -> label(value).toLowerCase(Locale.ROOT), Collectors.counting()));
        Map<Object, String> distinct = new HashMap<>();
        for (Object value : values) {
            String label = label(value);
            boolean alone = count.get(label.toLowerCase(Locale.ROOT)) == 1;
            distinct.put(value, alone ? label : cut(label, label.length() + HASH + 1, value));
        }
        return distinct;
    }

    private static String label(Object value) {
        String text = safe(Secrets.maskedUrls(PlainValues.text(value)));
        if (value instanceof Map || value instanceof List) {
            text = text.replaceAll("^-+|-+$", "");
        }
        text = text.isEmpty() ? "empty" : text;
        return text.length() <= LONGEST_LABEL ? text : cut(text, LONGEST_LABEL, value);
    }

    private static String cut(String text, int length, Object hashed) {
        int kept = Math.min(text.length(), length - HASH - 1);
        return text.substring(0, kept) + "~" + ValueHash.of(hashed).substring(0, HASH);
    }

    private static String safe(String text) {
        return UNSAFE.matcher(text).replaceAll("-");
    }
}
