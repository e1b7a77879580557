package io.flowsweep.source;

import io.flowsweep.events.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the traceback of an uncaught exception in what a Python program prints, or where its file is no Python. Of a group of exceptions
 * it tells the first, too. Is given all lines in their order; confined to one thread at a time.
 */
public final class PythonTraceback {

    private static final String BEGIN = "Traceback (most recent call last):";
    private static final String GROUP = "+ Exception Group Traceback (most recent call last):";
    private static final int MOST_LINES = 200;

    /** Stands before each line of a group. */
    private static final Pattern MARGIN = Pattern.compile("^\\s*\\| ?");

    private static final Pattern GROUP_END = Pattern.compile("\\s*\\+-{30,}");

    private static final Pattern FRAME = Pattern.compile("\\s+File \"((?:.*/)?([^/\"]+))\", line (\\d+)(?:, in (.*))?");
    /** What Python says of a file that it cannot read has no first line. */
    private static final Pattern UNREADABLE = Pattern.compile("(?:SyntaxError|IndentationError|TabError): .*");

    private static final Pattern ERROR = Pattern.compile("((?:[A-Za-z_]\\w*\\.)*+([A-Za-z_]\\w*))(?:: (.*))?");

    private final Predicate<String> own;
    private final List<String> lines = new ArrayList<>();
    private boolean open;
    private boolean unreadable;
    private boolean group;
    private Optional<Failure> groupItself = Optional.empty();
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
        Matcher frame = FRAME.matcher(group ? MARGIN.matcher(line).replaceFirst("") : line);
        if (line.equals(BEGIN)) {
            begin();
        } else if (line.strip().equals(GROUP)) {
            begin();
            group = true;
        } else if (!open && frame.matches() && frame.group(4) == null) {
            begin();
            unreadable = true;
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
        } else if (group) {
            readGroup(line);
        } else if (!line.startsWith(" ") && lines.size() > 1) {
            open = false;
            error(line).ifPresent(error -> found = Optional.of(error));
        }
    }

    private void begin() {
        lines.clear();
        open = true;
        unreadable = false;
        group = false;
        groupItself = Optional.empty();
        place = Optional.empty();
    }

    /** The group itself is told first, then its members. */
    private void readGroup(String line) {
        open = !GROUP_END.matcher(line).matches();
        group = open;
        Optional<Failure> error = error(MARGIN.matcher(line).replaceFirst(""));
        if (groupItself.isEmpty()) {
            groupItself = error;
            found = error.or(() -> found);
        } else if (error.isPresent() && found.equals(groupItself)) {
            Failure first = error.get();
            String message = groupItself.get().message() + ", first " + first.kind() + ": " + first.message();
            found = Optional.of(new Failure(groupItself.get().kind(), message, place, Optional.of(stack())));
        }
        if (!open) {
            found = found.map(it -> new Failure(it.kind(), it.message(), it.where(), Optional.of(stack())));
        }
    }

    private Optional<Failure> error(String line) {
        Matcher error = ERROR.matcher(line);
        if (!error.matches() || unreadable && !UNREADABLE.matcher(line).matches()) {
            return Optional.empty();
        }
        String message = error.group(3) == null ? "(no message)" : error.group(3);
        return Optional.of(new Failure(error.group(2), message, place, Optional.of(stack())));
    }

    private String stack() {
        return String.join("\n", lines) + "\n";
    }

    /** The last one, as a failure of the exception's class at the innermost frame that is worth to be named. */
    public Optional<Failure> failure() {
        return found;
    }
}
