package io.flowsweep.sweep.cards;

import io.flowsweep.flow.card.Chart;
import io.flowsweep.plots.PlotException;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.plots.render.Renderers;
import io.flowsweep.plots.render.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The charts of cards, drawn as the charts of sweeps are, as SVG that stands in a page. */
final class ChartSvg {

    private static final Size SIZE = new Size(860, 440);

    /** A sweep's chart would speak of variants. */
    private static final String NOTHING = "no values yet";

    private static final Pattern PROLOG = Pattern.compile("<\\?xml[^>]*>\\s*");
    private static final Pattern ID = Pattern.compile("(\\bid=\"|url\\(#|href=\"#)");

    private ChartSvg() {}

    /** @param prefix of all ids, so that those of two charts of one page differ */
    static String svg(Chart chart, String prefix) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Renderers.named("svg").render(model(chart), SIZE, out);
            String svg = PROLOG.matcher(out.toString(StandardCharsets.UTF_8)).replaceFirst("");
            return ID.matcher(svg).replaceAll("$1" + prefix);
        } catch (PlotException e) {
            return "<p class=\"failure\">" + Html.escape("This chart cannot be drawn: " + e.getMessage()) + "</p>";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
