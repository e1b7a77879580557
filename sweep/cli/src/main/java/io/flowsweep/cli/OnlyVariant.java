package io.flowsweep.cli;

import io.flowsweep.sweep.events.TrialId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A variant by its number, {@code 17}, or one of its repeats, {@code 17#2} for the third. */
final class OnlyVariant {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})(?:#(\\d{1,9}))?");

    private OnlyVariant() {}

    /** Empty when the text is no such number. */
    static Optional<TrialId> parse(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.matches()
                ? Optional.of(new TrialId(
                        Long.parseLong(number.group(1)),
                        number.group(2) == null ? 0 : Integer.parseInt(number.group(2))))
                : Optional.empty();
    }

    /** The value of {@code --only}. */
    static TrialId of(CommandLine command, String text) {
        return parse(text)
                .orElseThrow(() -> new ParameterException(
                        command,
                        "--only: '" + text + "' is no number of a variant, such as 17, or 17#2 for its third repeat"));
    }
}
