package io.flowsweep.runtime.host;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/** What a flow may change of a JVM through the JDK's own setters, as it was at one moment. */
final class JvmState {

    private final Properties properties = copy(System.getProperties());
    private final Locale locale = Locale.getDefault();
    private final TimeZone timeZone = TimeZone.getDefault();
    private final InputStream in = System.in;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();

    /** Makes it so again. */
    void restore() {
        if (!System.getProperties().equals(properties)) {
            System.setProperties(copy(properties));
        }
        if (!Locale.getDefault().equals(locale)) {
            Locale.setDefault(locale);
        }
        TimeZone.setDefault(timeZone);
        System.setIn(in);
        System.setOut(out);
        System.setErr(err);
        Thread.setDefaultUncaughtExceptionHandler(handler);
    }

    private static Properties copy(Properties properties) {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }
}
