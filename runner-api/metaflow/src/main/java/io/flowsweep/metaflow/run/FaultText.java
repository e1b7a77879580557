package io.flowsweep.metaflow.run;

import io.flowsweep.events.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the exception at the end of a traceback that Python has printed.
 *
 * @param kind the simple name of its class
 * @param message its first lines
 * @param where in the flow's own files, as {@code FILE:LINE}; the innermost place
 * @param stack all of the traceback
 */
record FaultText(String kind, String message, Optional<String> where, String stack) {

    private static final String TRACEBACK = "Traceback (most recent call last):";
    private static final Pattern FRAME = Pattern.compile("\\s*File \"(.+)\", line (\\d+), in (.+)");
    private static final Pattern EXCEPTION = Pattern.compile("((?:[A-Za-z_]\\w*\\.)*[A-Z]\\w*)(?:: (.*))?");

    /** Lines that Metaflow adds after a traceback. */
    private static final Pattern ADDED = Pattern.compile("(Task failed\\.)?\\s*");

    /**
     * The last one.
     *
     * @param code the folder of the flow's files
     */
    static Optional<FaultText> last(List<String> lines, Path code) {
        int start = lines.lastIndexOf(TRACEBACK);
        if (start < 0) {
            return Optional.empty();
        }
        Optional<String> where = Optional.empty();
        for (int i = start + 1; i < lines.size(); i++) {
            Matcher frame = FRAME.matcher(lines.get(i));
            if (frame.matches()) {
                where = frame.group(1).startsWith(code + "/")
                        ? Optional.of(frame.group(3) + " ("
                                + frame.group(1).substring(code.toString().length() + 1) + ":" + frame.group(2) + ")")
                        : where;
                continue;
            }
            Matcher exception = EXCEPTION.matcher(lines.get(i));
            if (exception.matches()) {
                String name = exception.group(1);
                List<String> message = new ArrayList<>();
                message.add(exception.group(2) == null ? "" : exception.group(2));
                int end = i + 1;
                for (; end < lines.size() && !ADDED.matcher(lines.get(end)).matches(); end++) {
                    message.add(lines.get(end));
                }
                return Optional.of(new FaultText(
                        name.substring(name.lastIndexOf('.') + 1),
                        String.join("\n", message),
                        where,
                        String.join("\n", lines.subList(start, end))));
            }
        }
        return Optional.empty();
    }

    Failure failure() {
        return new Failure(kind, message, where, Optional.of(stack));
    }
}
