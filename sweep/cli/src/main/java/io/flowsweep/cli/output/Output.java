package io.flowsweep.cli.output;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text for people and programs outside. */
public final class Output {

    private Output() {}

    /** A writer in the encoding that the terminal asks for. Where it asks for none, as in the C locale, that is UTF-8. */
    public static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, encoding()), true);
    }

    private static Charset encoding() {
        String asked = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        Charset encoding = asked == null ? Charset.defaultCharset() : Charset.forName(asked);
        return encoding.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : encoding;
    }
}
