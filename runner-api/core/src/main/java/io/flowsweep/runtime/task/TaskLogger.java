package io.flowsweep.runtime.task;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Writes what is of level INFO and above to the run's output, a line each, begun by the level; stacks follow. Thread-safe. */
final class TaskLogger implements System.Logger {

    private final String name;

    TaskLogger(String name) {
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= Level.INFO.getSeverity() && level != Level.OFF;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (isLoggable(level)) {
            StringWriter text = new StringWriter();
            text.append(level.getName()).append(' ').append(message);
            if (thrown != null) {
                text.append(System.lineSeparator());
                thrown.printStackTrace(new PrintWriter(text, true));
            }
            System.out.println(text.toString().stripTrailing());
        }
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... params) {
        if (isLoggable(level)) {
            log(level, bundle, text(format, params), (Throwable) null);
        }
    }

    /** A format that is wrong is written as it is: no step fails because of what it tells. */
    private static String text(String format, Object... params) {
        if (params == null || params.length == 0) {
            return format;
        }
        try {
            return MessageFormat.format(format, params);
        } catch (IllegalArgumentException e) {
            return format;
        }
    }
}
