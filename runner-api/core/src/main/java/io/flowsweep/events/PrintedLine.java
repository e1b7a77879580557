package io.flowsweep.events;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One line of what a run printed. In the output of a host it stands as {@code TASK | text} when it was printed to standard
 * output, as {@code TASK ! text} when it was printed to standard error, and without a mark when no task printed it but the JVM
 * or native code did.
 *
 * @param task the id of the task that printed it
 * @param error whether it was printed to standard error; false when that is not known
 * @param text without line end
 */
public record PrintedLine(Optional<String> task, boolean error, String text) {

    private static final String OUT = " | ";
    private static final String ERR = " ! ";

    /** What a line of a task begins with. */
    public static byte[] mark(String task, boolean error) {
        return task.concat(error ? ERR : OUT).getBytes(StandardCharsets.UTF_8);
    }

    /** The line of a host's output. */
    public static PrintedLine parse(String line) {
        int end = line.indexOf(' ');
        boolean out = end > 0 && line.startsWith(OUT, end);
        boolean err = end > 0 && line.startsWith(ERR, end);
        return (out || err) && isTask(line, end)
                ? new PrintedLine(Optional.of(line.substring(0, end)), err, line.substring(end + OUT.length()))
                : new PrintedLine(Optional.empty(), false, line);
    }

    /** The id of a task is its step, a dash and a number. */
    private static boolean isTask(String line, int end) {
        int dash = line.lastIndexOf('-', end);
        boolean task = dash > 0 && dash < end - 1;
        for (int i = dash + 1; task && i < end; i++) {
            task = Character.isDigit(line.charAt(i));
        }
        for (int i = 0; task && i < dash; i++) {
            task = Character.isJavaIdentifierPart(line.charAt(i));
        }
        return task;
    }
}
