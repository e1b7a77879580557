package io.flowsweep.plots.model;

import static io.flowsweep.plots.model.Channel.END;
import static io.flowsweep.plots.model.Channel.PARAMETERS;
import static io.flowsweep.plots.model.Channel.REPEAT;
import static io.flowsweep.plots.model.Channel.SERIES;
import static io.flowsweep.plots.model.Channel.START;
import static io.flowsweep.plots.model.Channel.STATE;
import static io.flowsweep.plots.model.Channel.VALUE;
import static io.flowsweep.plots.model.Channel.VARIANT;
import static io.flowsweep.plots.model.Channel.X;
import static io.flowsweep.plots.model.Channel.Y;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of chart, each with the channels that it needs and those that it can use besides. */
public enum ChartType {
    /** Means joined by a line; x is a number axis when its column holds numbers, else categories. */
    LINE(List.of(X, Y), SERIES),
    /** Each row a point; both axes are numbers. */
    SCATTER(List.of(X, Y), SERIES),
    /** Means as bars from zero; x is always categories. */
    BAR(List.of(X, Y), SERIES),
    /** Quartiles and every repeat for each category of x. */
    BOX(List.of(X, Y), SERIES),
    /** How often values of x occur. */
    HISTOGRAM(List.of(X), SERIES),
    /** A cell for each x and y with its mean in colour and in digits; both axes are categories. */
    HEATMAP(List.of(X, Y, VALUE)),
    /** A surface smoothed over scattered x and y. */
    CONTOUR(List.of(X, Y, VALUE)),
    /** A line for each variant through its value on each parameter's axis, coloured by value. */
    PARALLEL(List.of(PARAMETERS, VALUE)),
    /** A panel for each parameter with y over it. */
    SLICE(List.of(PARAMETERS, Y)),
    /** Speed-up and efficiency over the number of processors, with the ideal and Amdahl's law. */
    SPEEDUP(List.of(X, Y), SERIES),
    /** Two objectives against each other, and the variants that no other beats in both. */
    PARETO(List.of(X, Y)),
    /** Each value in its order, and the best so far. */
    HISTORY(List.of(X, Y), SERIES),
    /** Reported values over their step: each run, and the mean of each group with its interval. */
    CURVES(List.of(X, Y), SERIES),
    /** A bar from start to end on the lane y, coloured by state. */
    TIMELINE(List.of(START, END, Y)),
    /** A cell for each x and y, coloured by how its runs ended, or by their errors when those are the series. */
    STATES(List.of(X, Y, STATE), SERIES),
    /** For each x, the difference of y to the baseline with its interval; each series has a baseline of its own. */
    DIFFERENCE(List.of(X, Y), SERIES),
    /** The share of y's variance that each parameter explains. */
    IMPORTANCE(List.of(PARAMETERS, Y));

    private final List<Channel> needs;
    private final Set<Channel> takes;

    ChartType(List<Channel> needs, Channel... more) {
        this.needs = needs;
        this.takes = EnumSet.of(VARIANT, REPEAT, STATE);
        this.takes.addAll(needs);
        this.takes.addAll(List.of(more));
    }

    /** The channels that it cannot be drawn without. */
    public List<Channel> needs() {
        return needs;
    }

    /** Whether a column for that channel means anything to it. */
    public boolean takes(Channel channel) {
        return takes.contains(channel);
    }

    /** The channels with an axis, or colours, of numbers; where those are categories after all, drawing tells. */
    public Set<Channel> scales() {
        Set<Channel> scales = EnumSet.of(X, Y, VALUE);
        scales.retainAll(takes);
        return scales;
    }

    /** For sentences: {@code a line chart}. */
    public String inWords() {
        return (this == IMPORTANCE ? "an " : "a ") + this + " chart";
    }

    /** As it is written in files and messages: {@code line}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
