package io.flowsweep.sweep.engine.result;

import io.flowsweep.client.LogLine;
import io.flowsweep.client.Run;
import io.flowsweep.command.CommandFlow;
import io.flowsweep.command.PrintedValues;
import io.flowsweep.source.TerminalText;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Lines by which a program seems to tell a value, and that tell none. */
final class Misprinted {

    /** What begins each of these sentences; the line follows. */
    static final String PRINTED = "It printed \"";

    private static final int SHOWN = 200;

    private static final Pattern BEGINS = Pattern.compile("(?i)\\W*flowsweep\\b");
    private static final Pattern HOLDS = Pattern.compile("(?i)\\bflowsweep\\b");

    private Misprinted() {}

    /**
     * A sentence about the line that seems to be meant for FlowSweep, and is not as {@link PrintedValues} are, or is printed to standard
     * error: the first with a name, else the first.
     *
     * @param name of the value that is missing
     * @param form that such a line has
     */
    static Optional<String> asValues(Run run, String name, String form) {
        return run.printed()
                .filter(line -> isMeant(line.text(), name)
                        && (line.error() || PrintedValues.of(line.text()).isEmpty()))
                .reduce((first, next) ->
                        first.text().contains(name) || !next.text().contains(name) ? first : next)
                .map(line -> printed(line) + (line.error() ? atError(run) : ", which is not of the form " + form));
    }

    private static boolean isMeant(String line, String name) {
        return HOLDS.matcher(line).find() && (BEGINS.matcher(line).lookingAt() || line.contains(name));
    }

    /** A sentence about a line of standard error that has a value; that is what programs print by which something is logged. */
    static Optional<String> asError(Run run, Pattern value) {
        return first(
                        run,
                        line -> line.error()
                                && value.matcher(TerminalText.plain(line.text()))
                                        .find())
                .map(line -> printed(line) + atError(run));
    }

    /** A sentence about the first line that has a name, and no number behind it. */
    static Optional<String> asName(Run run, String name) {
        Pattern named = Pattern.compile("(?<![\\w./-])" + Pattern.quote(name) + "[\"']?\\s*[=:]");
        return first(run, line -> named.matcher(TerminalText.plain(line.text())).find())
                .map(line -> printed(line) + ", where no number stands alone: read it by pattern");
    }

    private static Optional<LogLine> first(Run run, Predicate<LogLine> wanted) {
        return run.printed().filter(wanted).findFirst();
    }

    private static String printed(LogLine line) {
        String text = TerminalText.plain(line.text()).strip();
        return PRINTED + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "\"";
    }

    private static String atError(Run run) {
        boolean command = run.plan()
                .command()
                .filter(plan -> plan.kind().equals(CommandFlow.KIND))
                .isPresent();
        return " to standard error, and standard output is read: "
                + (command ? "write stderr = together into flow { }" : "let it print that there");
    }
}
