package io.flowsweep.sweep.results;

import io.flowsweep.codec.Json;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Goal;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.spec.RunColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of tables of results: what they are called, and what stands in them. */
public final class ResultColumns {

    /** The column of the variant's index. */
    public static final String INDEX = "variant";

    /** The column of the state, in lower case: {@code succeeded}, {@code timed_out}, {@code skipped}, … */
    public static final String STATE = "state";

    /** The column of the run's duration. */
    public static final String DURATION = "duration";

    /** The column of the repeat, from 0; a sweep whose variants run once has none. */
    public static final String REPEAT = "repeat";

    /** The column of what a run had more of than the sweep says; a table without such a run has none. */
    public static final String ESCALATED = "escalated";

    private static final Set<String> OWN = Set.of(INDEX, STATE, DURATION, REPEAT, ESCALATED);

    private ResultColumns() {}

    /** The column of an axis or a metric: its name, or its path when this table has a column of that name for itself. */
    public static String column(String name, String path) {
        return OWN.contains(name) ? path : name;
    }

    /** The column of a metric. */
    public static String metric(String name) {
        return column(name, "metrics." + name);
    }

    /** The columns of axes, in their order. */
    public static List<String> axes(List<ValueColumn> axes) {
        return axes.stream().map(axis -> column(axis.name(), axis.path())).toList();
    }

    /** Whether one of the tables has a column of that name for itself; most only some have. */
    public static boolean isOwn(String name) {
        return OWN.contains(name) || RunColumns.names().contains(name);
    }

    /**
     * A chart that knows what the rows of its table are: which variant, which repeat of it, how it ended; curves are over
     * {@link RunColumns#STEP} and a timeline from start to end by slot, unless it says otherwise.
     *
     * @param repeated whether the table has a column {@link #REPEAT}
     * @param paired whether repeats of one number have one seed
     */
    public static ChartSpec chart(ChartSpec chart, boolean repeated, boolean paired) {
        ChartSpec known = chart.with(Channel.STATE, STATE);
        for (Map.Entry<Channel, String> shown : RunColumns.of(chart.type()).entrySet()) {
            known = known.withDefault(shown.getKey(), shown.getValue());
        }
        if (chart.columns(Channel.VARIANT).isEmpty()) {
            known = known.withVariant(INDEX);
        }
        boolean tellsRepeats = repeated && (paired || chart.type() != ChartType.DIFFERENCE);
        return tellsRepeats ? known.with(Channel.REPEAT, REPEAT) : known;
    }

    /** The columns of what variants are given. */
    public static List<Column> columns(List<ValueColumn> given) {
        return columns(given, Set.of());
    }

    static List<Column> columns(List<ValueColumn> given, Set<String> taken) {
        return given.stream()
                .map(g -> {
                    String name = taken.contains(g.name()) ? g.path() : column(g.name(), g.path());
                    return g.numeric() ? Column.number(name) : Column.text(name);
                })
                .toList();
    }

    /** The cells of what one variant is given: a value that is neither number nor text becomes its JSON. */
    public static List<Object> cells(List<ValueColumn> given, Map<String, Object> values) {
        List<Object> cells = new ArrayList<>();
        given.forEach(g -> cells.add(cell(g, values.get(g.path()))));
        return cells;
    }

    static Column column(MetricColumn metric) {
        Optional<Goal> goal = metric.goal().map(g -> Goal.valueOf(g.name()));
        return new Column(metric(metric.name()), Column.Kind.NUMBER, metric.unit(), goal);
    }

    private static Object cell(ValueColumn given, Object value) {
        if (given.numeric()) {
            return value instanceof Number ? value : null;
        }
        return value == null || value instanceof String ? value : Json.write(value);
    }
}
