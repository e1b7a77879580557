package io.flowsweep.plots.render;

import io.flowsweep.plots.PlotException;
import java.util.Collection;

/** There is no renderer for a format. */
public class UnknownFormatException extends PlotException {

    private final String format;

    public UnknownFormatException(String format, Collection<String> existing) {
        super((format.isEmpty()
                        ? "a chart's file needs an extension that names its format"
                        : "no chart format \"" + format + "\"")
                + ". There are: " + String.join(", ", existing));
        this.format = format;
    }

    /** The format that was asked for; empty when none was. */
    public String format() {
        return format;
    }
}
