package io.flowsweep.sweep.spec;

import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartType;
import java.util.Map;
import java.util.Set;

/**
 * The columns that only some charts have: curves are drawn from a table of reported values, timelines from one of runs. They
 * need not be named in a chart.
 */
public final class RunColumns {

    /** Where a reported value stands on its metric's own axis. */
    public static final String STEP = "step";

    /** When a run began, in seconds since 1970. */
    public static final String START = "start";

    /** When it ended, in seconds since 1970. */
    public static final String END = "end";

    /** A number from 1 that runs which went on at once do not share. */
    public static final String SLOT = "slot";

    private static final Map<ChartType, Map<Channel, String>> SHOWN = Map.of(
            ChartType.CURVES, Map.of(Channel.X, STEP),
            ChartType.TIMELINE, Map.of(Channel.START, START, Channel.END, END, Channel.Y, SLOT));

    private static final Set<String> NAMES = Set.of(STEP, START, END, SLOT);

    private RunColumns() {}

    /** What a chart of this kind shows unless it says otherwise; nothing for most. */
    public static Map<Channel, String> of(ChartType type) {
        return SHOWN.getOrDefault(type, Map.of());
    }

    public static Set<String> names() {
        return NAMES;
    }
}
