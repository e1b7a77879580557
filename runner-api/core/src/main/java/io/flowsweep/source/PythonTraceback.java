package io.flowsweep.source;

import io.flowsweep.events.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the traceback of an uncaught exception in what a Python program prints, or where its file is no Python. Is given all lines in their order; confined to one
 * thread at a time.
 */
public final class PythonTraceback {

    private static final String BEGIN = "Traceback (most recent call last):";
    private static final int MOST_LINES = 200;

    private static final Pattern FRAME = Pattern.compile("\\s+File \"((?:.*/)?([^/\"]+))\", line (\\d+)(?:, in (.*))?");
    /** What Python says of a file that it cannot read has no first line. */
    private static final Pattern UNREADABLE = Pattern.compile("(?:SyntaxError|IndentationError|TabError): .*");

    private static final Pattern ERROR = Pattern.compile("((?:[A-Za-z_]\\w*\\.)*+([A-Za-z_]\\w*))(?:: (.*))?");

    private final Predicate<String> own;
    private final List<String> lines = new ArrayList<>();
    private boolean open;
    private boolean unreadable;
    private Optional<String> place = Optional.empty();
    private Optional<Failure> found = Optional.empty();

    /** Of a program that is all one's own. */
    public PythonTraceback() {
        this(file -> true);
    }

    /** @param own which files are worth to be named, by their paths as Python has them; frames in others are passed over */
    public PythonTraceback(Predicate<String> own) {
        this.own = own;
    }

    public void add(String line) {
        if (line.equals(BEGIN)) {
            lines.clear();
            open = true;
            unreadable = false;
            place = Optional.empty();
        }
        Matcher frame = FRAME.matcher(line);
        if (!open && frame.matches() && frame.group(4) == null) {
            lines.clear();
            open = true;
            unreadable = true;
            place = Optional.empty();
        }
        if (!open) {
            return;
        }
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        }
        if (frame.matches()) {
            String function = frame.group(4) == null ? "" : frame.group(4) + " ";
            if (own.test(frame.group(1))) {
                place = Optional.of(function + "(" + frame.group(2) + ":" + frame.group(3) + ")");
            }
        } else if (!line.startsWith(" ") && lines.size() > 1) {
            end(line);
        }
    }

    private void end(String line) {
        open = false;
        Matcher error = ERROR.matcher(line);
        if (error.matches() && (!unreadable || UNREADABLE.matcher(line).matches())) {
            String message = error.group(3) == null ? "(no message)" : error.group(3);
            found = Optional.of(
                    new Failure(error.group(2), message, place, Optional.of(String.join("\n", lines) + "\n")));
        }
    }

    /** The last one, as a failure of the exception's class at the innermost frame that is worth to be named. */
    public Optional<Failure> failure() {
        return found;
    }
}
