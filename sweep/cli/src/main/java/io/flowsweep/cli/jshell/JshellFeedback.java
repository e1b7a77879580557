package io.flowsweep.cli.jshell;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * How JShell answers: values and errors, and nothing about what was created. JShell has its own modes in place only after its
 * startup scripts, and takes others from the user's preferences alone; so a node there of our own, one for each JDK, is filled by a
 * session that nobody sees. What people set for good in later sessions is kept there too.
 */
final class JshellFeedback {

    private static final String MODE = """
            /set mode flowsweep concise -quiet
            /set prompt flowsweep "flowsweep> " "       ...> "
            /set truncation flowsweep 4000
            /set mode -retain flowsweep
            /set feedback -retain flowsweep
            /exit
            """;

    private JshellFeedback() {}

    /** A tool that has the mode. */
    static JavaShellToolBuilder kept(JavaShellToolBuilder tool) throws Exception {
        Preferences node = Preferences.userRoot()
                .node("flowsweep/jshell-" + Runtime.version().feature());
        try {
            if (node.keys().length == 0) {
                made().forEach(node::put);
                node.flush();
            }
            return tool.persistence(node);
        } catch (BackingStoreException e) {
            return tool.persistence(made()); // where there is no place for preferences
        }
    }

    private static Map<String, String> made() throws Exception {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Map<String, String> kept = new HashMap<>();
        JavaShellToolBuilder.builder()
                .in(new ByteArrayInputStream(MODE.getBytes(StandardCharsets.UTF_8)), null)
                .out(nowhere)
                .err(nowhere)
                .persistence(kept)
                .start("--execution", "local", "--no-startup", "--feedback", "silent");
        kept.keySet().removeIf(key -> key.startsWith("HISTORY"));
        return kept;
    }
}
