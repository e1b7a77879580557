package io.flowsweep.metaflow.run;

import io.flowsweep.flow.card.Chart;
import io.flowsweep.flow.card.Chart.Kind;
import io.flowsweep.flow.card.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Charts of Vega-Lite on cards of Metaflow, as far as they are lines, points or bars of values that they hold themselves. */
final class CardCharts {

    private CardCharts() {}

    /** @throws IllegalArgumentException when it is anything else */
    static Chart ofVega(Object spec) {
        Map<?, ?> chart = object(spec);
        Map<?, ?> encoding = object(chart.get("encoding"));
        List<?> values = CardParts.list(object(chart.get("data")), "values");
        String x = field(encoding, "x").orElseThrow(CardCharts::other);
        String y = field(encoding, "y").orElseThrow(CardCharts::other);
        Optional<String> series = field(encoding, "color");
        Set<String> fields = new LinkedHashSet<>(
                Stream.concat(Stream.of(x, y), series.stream()).toList());
        List<List<Object>> rows = values.stream()
                .map(CardCharts::object)
                .map(value -> fields.stream().<Object>map(value::get).toList())
                .toList();
        return new Chart(
                kind(chart.get("mark")),
                new Table(List.copyOf(fields), rows),
                x,
                y,
                series,
                Optional.empty(),
                chart.get("title") instanceof String title ? Optional.of(title) : Optional.empty(),
                false,
                false);
    }

    private static Kind kind(Object mark) {
        Object type = mark instanceof Map<?, ?> detailed ? detailed.get("type") : mark;
        return switch (String.valueOf(type)) {
            case "line", "point", "circle", "area" -> Kind.LINE;
            case "bar" -> Kind.BAR;
            default -> throw other();
        };
    }

    /** Only what is drawn as it is: aggregated or binned, it would be another value. */
    private static Optional<String> field(Map<?, ?> encoding, String channel) {
        return encoding.get(channel) instanceof Map<?, ?> of && !of.containsKey("aggregate") && !of.containsKey("bin")
                ? CardParts.text(of, "field")
                : Optional.empty();
    }

    private static Map<?, ?> object(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw other();
    }

    private static IllegalArgumentException other() {
        return new IllegalArgumentException("a chart of another kind");
    }
}
