package io.flowsweep.plots.model;

import io.flowsweep.plots.PlotException;

/** A chart asks of its columns what they cannot give. */
public class InvalidChartException extends PlotException {

    private final transient ChartSpec spec;

    public InvalidChartException(ChartSpec spec, String message) {
        super(message);
        this.spec = spec;
    }

    /** The chart that was asked for. */
    public ChartSpec spec() {
        return spec;
    }
}
