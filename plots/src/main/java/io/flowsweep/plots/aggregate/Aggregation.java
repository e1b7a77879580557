package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Panel;
import java.util.List;
import java.util.Optional;

/**
 * A chart that follows a growing table. Each row is read once, in constant time; {@link #model()} then costs as much as
 * there is to draw, and summarises again only what has new values.
 *
 * <p>No row is dropped silently: those without a y count in their point's {@code missing}, and the caption states those and
 * all that have no place on the axes. Thread-safe.
 */
public final class Aggregation {

    private final ChartSpec spec;
    private final Table table;
    private final Input input;
    private final Kind kind;
    private int rows;

    /**
     * @throws io.flowsweep.plots.UnknownColumnException when the spec names a column that the table lacks
     * @throws io.flowsweep.plots.model.InvalidChartException when a channel that the type needs has no column, a column
     *     holds text where numbers are needed, or a log axis is asked of categories or of bars. All depends on the columns
     *     alone, so a spec can be checked against a table without rows
     */
    public Aggregation(ChartSpec spec, Table table) {
        this.spec = spec;
        this.table = table;
        input = new Input(spec, table);
        kind = Kinds.of(input);
    }

    /** The chart of the rows that the table has now. */
    public static ChartModel of(ChartSpec spec, Table table) {
        return new Aggregation(spec, table).model();
    }

    /** The chart with the rows that the table has now. */
    public synchronized ChartModel model() {
        for (int end = table.rowCount(); rows < end; rows++) {
            kind.add(rows);
        }
        Caption caption = new Caption();
        Kind.Drawing drawing = kind.draw(caption);
        Optional<String> message = message(drawing);
        return new ChartModel(
                spec.type(),
                spec.title(),
                message.isEmpty()
                        ? drawing.panels()
                        : drawing.panels().stream().map(Aggregation::empty).toList(),
                message.isEmpty() ? drawing.legend() : Optional.empty(),
                caption.text(spec.subject(), input.skipped()),
                message);
    }

    int rowsRead() {
        return rows;
    }

    private Optional<String> message(Kind.Drawing drawing) {
        if (rows == 0) {
            return Optional.of("no rows yet");
        }
        boolean drawn =
                drawing.panels().stream().flatMap(p -> p.marks().stream()).anyMatch(Aggregation::isDrawn);
        return drawn ? Optional.empty() : drawing.message().or(() -> Optional.of("no values to draw"));
    }

    private static boolean isDrawn(Mark mark) {
        if (mark instanceof Mark.Line line) {
            return line.points().stream().anyMatch(p -> p.y().isPresent());
        }
        return mark instanceof Mark.Rects rects && !rects.rects().isEmpty();
    }

    private static Panel empty(Panel panel) {
        return new Panel(panel.title(), panel.x(), panel.y(), List.of());
    }
}
