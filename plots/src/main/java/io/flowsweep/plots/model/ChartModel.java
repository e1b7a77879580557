package io.flowsweep.plots.model;

import java.util.List;
import java.util.Optional;

/**
 * All that a chart shows, ready to be drawn: no renderer computes a mean, an interval or a count of its own. Every kind of
 * chart is made of the same few {@link Mark}s, so a renderer knows marks, not kinds. Plain records, numbers and texts
 * only; immutable.
 *
 * @param type the kind of chart
 * @param title over the chart
 * @param panels one, or several side by side that share title, legend and caption; never empty
 * @param legend what colours stand for; empty when there is one unnamed series
 * @param caption what the marks are, n, and every row that is not drawn with its reason
 * @param message what to say in place of the marks when there is none to draw; then every panel's marks are empty
 */
public record ChartModel(
        ChartType type,
        Optional<String> title,
        List<Panel> panels,
        Optional<Legend> legend,
        String caption,
        Optional<String> message) {

    public ChartModel {
        panels = List.copyOf(panels);
    }

    /** This model with another message in place of its own, if it has one. */
    public ChartModel withMessage(String text) {
        return new ChartModel(type, title, panels, legend, caption, message.map(m -> text));
    }
}
