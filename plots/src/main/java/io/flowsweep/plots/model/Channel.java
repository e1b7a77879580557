package io.flowsweep.plots.model;

import java.util.Locale;

/** What a column of a table may stand for in a chart. */
public enum Channel {
    /** Along the horizontal axis. */
    X,
    /** Along the vertical axis; for most charts the metric. */
    Y,
    /** Tells lines, groups or colours apart. */
    SERIES,
    /** A number shown as a colour. */
    VALUE,
    /** What was varied; several columns. */
    PARAMETERS,
    /** When something began. */
    START,
    /** When it ended. */
    END,
    /** Which variant a row belongs to: rows of one variant are its repeats, those of several are not. */
    VARIANT,
    /** Which repeat of its variant a row is: its seed or number. Variants with the same ones are compared in pairs. */
    REPEAT,
    /** How the row's run ended; any text but {@code succeeded} counts as failed. */
    STATE;

    /** As it is written in files and messages: {@code series}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
