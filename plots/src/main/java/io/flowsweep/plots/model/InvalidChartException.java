package io.flowsweep.plots.model;

import io.flowsweep.plots.PlotException;

/** A chart asks of its columns what they cannot give; the message says what and the way out. */
public class InvalidChartException extends PlotException {

    public InvalidChartException(String message) {
        super(message);
    }
}
