package io.flowsweep.plots.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which columns of a table become which chart. Units, goals and axis titles come from the columns. Immutable.
 *
 * @param type the kind of chart
 * @param columns the names of columns by what they stand for. Several for {@link Channel#PARAMETERS}; several for another
 *     channel are read as one text, {@code 2 · fork-join}
 * @param log the channels on a logarithmic scale
 * @param title over the chart; none by default
 * @param baseline the text of the x that a {@link ChartType#DIFFERENCE} compares with; by default the best
 */
public record ChartSpec(
        ChartType type,
        Map<Channel, List<String>> columns,
        Set<Channel> log,
        Optional<String> title,
        Optional<String> baseline) {

    /** @throws InvalidChartException when the type does not take one of the channels */
    public ChartSpec {
        Objects.requireNonNull(type, "type");
        columns.keySet().stream()
                .filter(channel -> !type.takes(channel))
                .findFirst()
                .ifPresent(channel -> {
                    throw new InvalidChartException(type.inWords() + " has no " + channel + ". It has: "
                            + EnumSet.allOf(Channel.class).stream()
                                    .filter(type::takes)
                                    .map(Channel::toString)
                                    .collect(Collectors.joining(", ")));
                });
        EnumMap<Channel, List<String>> copy = new EnumMap<>(Channel.class);
        columns.forEach((channel, names) -> copy.put(channel, List.copyOf(names)));
        columns = Collections.unmodifiableMap(copy);
        log = Collections.unmodifiableSet(log.isEmpty() ? EnumSet.noneOf(Channel.class) : EnumSet.copyOf(log));
    }

    /** A chart without any column yet. */
    public static ChartSpec of(ChartType type) {
        return new ChartSpec(type, Map.of(), Set.of(), Optional.empty(), Optional.empty());
    }

    /** A chart of {@code y} over {@code x}. */
    public static ChartSpec of(ChartType type, String x, String y) {
        return of(type).with(Channel.X, x).with(Channel.Y, y);
    }

    /** A line chart of the mean of {@code y} over {@code x}. */
    public static ChartSpec line(String x, String y) {
        return of(ChartType.LINE, x, y);
    }

    /** A bar chart of the mean of {@code y} for each {@code x}. */
    public static ChartSpec bar(String x, String y) {
        return of(ChartType.BAR, x, y);
    }

    /** This chart with those columns for a channel, in place of those that it had. */
    public ChartSpec with(Channel channel, String... names) {
        return with(channel, List.of(names));
    }

    /** This chart with those columns for a channel, in place of those that it had; none takes them away. */
    public ChartSpec with(Channel channel, List<String> names) {
        EnumMap<Channel, List<String>> changed = new EnumMap<>(Channel.class);
        changed.putAll(columns);
        changed.put(channel, names);
        if (names.isEmpty()) {
            changed.remove(channel);
        }
        return new ChartSpec(type, changed, log, title, baseline);
    }

    /** This chart with that column for a channel, unless it has one. */
    public ChartSpec withDefault(Channel channel, String name) {
        return columns(channel).isEmpty() ? with(channel, name) : this;
    }

    public ChartSpec withSeries(String column) {
        return with(Channel.SERIES, column);
    }

    public ChartSpec withVariant(String column) {
        return with(Channel.VARIANT, column);
    }

    public ChartSpec withTitle(String text) {
        return new ChartSpec(type, columns, log, Optional.of(text), baseline);
    }

    public ChartSpec withBaseline(String x) {
        return new ChartSpec(type, columns, log, title, Optional.of(x));
    }

    /** @throws InvalidChartException when the type has no scale for that channel */
    public ChartSpec withLog(Channel channel) {
        if (!type.scales().contains(channel)) {
            Set<Channel> scales = type.scales();
            String cure = scales.stream().map(Channel::toString).collect(Collectors.joining(", "));
            throw new InvalidChartException(type.inWords() + " has no scale for " + channel
                    + " that could be logarithmic. " + (scales.isEmpty() ? "Leave it out" : "It has: " + cure));
        }
        EnumSet<Channel> more = EnumSet.of(channel);
        more.addAll(log);
        return new ChartSpec(type, columns, more, title, baseline);
    }

    public ChartSpec withLogX() {
        return withLog(Channel.X);
    }

    public ChartSpec withLogY() {
        return withLog(Channel.Y);
    }

    /** The columns of a channel; empty when there are none. */
    public List<String> columns(Channel channel) {
        return columns.getOrDefault(channel, List.of());
    }

    /** The column that gives the chart its subject, for names of files and for lists. */
    public String subject() {
        for (Channel channel : List.of(Channel.VALUE, Channel.Y, Channel.X)) {
            if (!columns(channel).isEmpty() && type != ChartType.TIMELINE) {
                return String.join("-", columns(channel));
            }
        }
        return type.toString();
    }

    /** {@code line chart of x = cpu, y = perf}. */
    @Override
    public String toString() {
        return columns.entrySet().stream()
                .map(e -> e.getKey() + " = " + String.join(", ", e.getValue()))
                .collect(Collectors.joining(", ", type + " chart of ", ""));
    }
}
