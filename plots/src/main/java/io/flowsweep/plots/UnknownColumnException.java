package io.flowsweep.plots;

import io.flowsweep.plots.internal.Suggestions;
import java.util.Collection;

/** A table was asked for a column that it does not have. */
public class UnknownColumnException extends PlotException {

    private final String column;

    public UnknownColumnException(String column, Collection<String> existing) {
        super("the table has no column \"" + column + "\". " + Suggestions.didYouMean(column, existing));
        this.column = column;
    }

    /** The name that was asked for. */
    public String column() {
        return column;
    }
}
