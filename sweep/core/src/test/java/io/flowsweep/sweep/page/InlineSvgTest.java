package io.flowsweep.sweep.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.charts.Charts;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.render.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class InlineSvgTest {

    private static ChartModel heatmap() {
        Table table = new Table(List.of(Column.number("x"), Column.number("y"), Column.number("z")));
        for (int i = 0; i < 9; i++) {
            table.add(List.of(i % 3, i / 3, i));
        }
        return Charts.heatmap(table).x("x").y("y").value("z").model();
    }

    @Test
    void hasTheColoursOfItsPageButForThoseThatMeanSomething() {
        String svg = InlineSvg.draw(heatmap(), Size.DEFAULT);
        String embedded = InlineSvg.embed(svg, "c1-");

        assertThat(svg).contains("fill:white", "fill:rgb(34,34,34)").doesNotContain("var(");
        assertThat(embedded)
                .contains("fill:var(--paper)", "fill:var(--ink)", "fill:rgb(68,1,84)", "fill:rgb(253,231,37)")
                .doesNotContain("fill:white", "rgb(34,34,34)");
    }

    @Test
    void digitsOnAColourStayReadableOnAnyPage() {
        assertThat(InlineSvg.embed(InlineSvg.draw(heatmap(), Size.DEFAULT), ""))
                .contains("fill:rgb(1,1,1)", "fill:rgb(254,254,254)");
    }
}
