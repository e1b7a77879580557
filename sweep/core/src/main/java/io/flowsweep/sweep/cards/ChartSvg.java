package io.flowsweep.sweep.cards;

import io.flowsweep.flow.card.Chart;
import io.flowsweep.plots.PlotException;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.plots.render.Size;
import io.flowsweep.sweep.page.Html;
import io.flowsweep.sweep.page.InlineSvg;

/** The charts of cards, drawn as the charts of sweeps are, as SVG that stands in a page. */
final class ChartSvg {

    private static final Size SIZE = new Size(860, 440);

    /** A sweep's chart would speak of variants. */
    private static final String NOTHING = "no values yet";

    private ChartSvg() {}

    /** @param prefix of all ids, so that those of two charts of one page differ */
    static String svg(Chart chart, String prefix) {
        try {
            return InlineSvg.embed(InlineSvg.draw(model(chart), SIZE), prefix);
        } catch (PlotException e) {
            return "<p class=\"failure\">" + Html.escape("This chart cannot be drawn: " + e.getMessage()) + "</p>";
        }
    }

    private static ChartModel model(Chart chart) {
        ChartModel model = Aggregation.of(spec(chart), PlotTables.of(chart.data(), chart.y(), chart.unit()));
        return chart.data().rows().isEmpty() ? model.withMessage(NOTHING) : model;
    }

    private static ChartSpec spec(Chart chart) {
        ChartSpec spec = ChartSpec.of(ChartType.valueOf(chart.kind().name()), chart.x(), chart.y())
                .with(Channel.SERIES, chart.series().stream().toList());
        spec = chart.title().map(spec::withTitle).orElse(spec);
        spec = chart.logX() ? spec.withLogX() : spec;
        return chart.logY() ? spec.withLogY() : spec;
    }
}
