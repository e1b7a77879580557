package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Panel;
import java.util.List;
import java.util.Optional;

/** Gathers the rows of one kind of chart. */
interface Kind {

    /** Takes one more row in, in constant time; counts it in {@link Skipped} when it has no place in the chart. */
    void add(int row);

    /** What the rows so far look like; says in the caption what the marks are. May be called again after more rows. */
    Drawing draw(Caption caption);

    /**
     * The marks of a chart.
     *
     * @param message why there is nothing to draw, when the kind knows better than "no values"
     */
    record Drawing(List<Panel> panels, Optional<Legend> legend, Optional<String> message) {

        Drawing(Panel panel, Optional<Legend> legend) {
            this(List.of(panel), legend, Optional.empty());
        }
    }
}
