package io.flowsweep.plots;

/** The root of every exception that this module throws on purpose. Illegal arguments stay the JDK's own. */
public class PlotException extends RuntimeException {

    public PlotException(String message) {
        super(message);
    }

    public PlotException(String message, Throwable cause) {
        super(message, cause);
    }
}
