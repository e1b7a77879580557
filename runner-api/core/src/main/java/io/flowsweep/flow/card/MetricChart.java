package io.flowsweep.flow.card;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A chart of what the task reports, without a copy of the values. Whoever reads the card gets a {@link Chart} of the values
 * reported by then.
 *
 * @param metrics one or more names
 * @param title above the chart
 * @param logY whether the y axis is logarithmic
 */
public record MetricChart(List<String> metrics, Optional<String> title, boolean logY) implements CardPart {

    /** @throws IllegalArgumentException when there is no metric */
    public MetricChart {
        metrics = List.copyOf(metrics);
        Objects.requireNonNull(title, "title");
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("a chart of metrics names at least one");
        }
    }

    public MetricChart title(String text) {
        return new MetricChart(metrics, Optional.of(text), logY);
    }

    public MetricChart withLogY() {
        return new MetricChart(metrics, title, true);
    }
}
