package io.flowsweep.plots.aggregate;

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
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.plots.model.Mark;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However many rows there are, a chart has no more parts than a reader can see and a page can take. */
class LargeTablesTest {

    private static final int VARIANTS = 3000;
    private static final int REPEATS = 4;
    private static final int MOST_PARTS = 9000;

    private static final Map<Channel, String> COLUMNS = Map.of(
            X, "x", Y, "y", VALUE, "y", SERIES, "kind", START, "start", END, "end", VARIANT, "variant", REPEAT,
            "repeat", STATE, "state");

    private static final Table TABLE = new Table(List.of(
            Column.number("variant"),
            Column.number("repeat"),
            Column.number("x"),
            Column.number("cpu"),
            Column.text("kind"),
            Column.number("y"),
            Column.number("start"),
            Column.number("end"),
            Column.text("state")));

    @BeforeAll
    static void fill() {
        Random random = new Random(1);
        for (int i = 0; i < VARIANTS * REPEATS; i++) {
            int variant = i / REPEATS;
            TABLE.add(List.of(
                    variant,
                    i % REPEATS,
                    random.nextDouble(),
                    variant % 8,
                    "kind " + variant % 5,
                    Math.exp(2 * random.nextGaussian()),
                    i / 8.0,
                    i / 8.0 + 0.9,
                    random.nextInt(100) == 0 ? "failed" : "succeeded"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void haveChartsOfFewParts(ChartType type) {
        ChartSpec spec = ChartSpec.of(type);
        for (Map.Entry<Channel, String> column : COLUMNS.entrySet()) {
            spec = type.takes(column.getKey()) ? spec.with(column.getKey(), column.getValue()) : spec;
        }
        spec = switch (type) {
            case HEATMAP, STATES -> spec.with(X, "cpu").with(Y, "kind");
            case LINE, BAR, BOX, DIFFERENCE, SPEEDUP -> spec.with(X, "cpu");
            case TIMELINE -> spec.with(Y, "cpu");
            case PARALLEL, SLICE, IMPORTANCE -> spec.with(PARAMETERS, "x", "cpu", "kind");
            default -> spec;
        };

        ChartModel model = Aggregation.of(spec, TABLE);

        assertThat(model.message()).isEmpty();
        assertThat(model.panels().stream()
                        .flatMap(panel -> panel.marks().stream())
                        .mapToInt(LargeTablesTest::parts)
                        .sum())
                .isBetween(1, MOST_PARTS);
    }

    private static int parts(Mark mark) {
        if (mark instanceof Mark.Line line) {
            return line.points().size();
        }
        if (mark instanceof Mark.Rects rects) {
            return rects.rects().size();
        }
        return mark instanceof Mark.Segments segments
                ? segments.segments().size()
                : ((Mark.Labels) mark).labels().size();
    }
}
