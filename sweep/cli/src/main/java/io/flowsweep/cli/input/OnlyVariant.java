package io.flowsweep.cli.input;

import io.flowsweep.sweep.events.TrialId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A variant by its number, {@code 17}, or one of its repeats, {@code 17#2} for the third. Help needs no more of a sweep than this. */
public record OnlyVariant(long variant, int repeat) {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})(?:#(\\d{1,9}))?");

    /** Empty when the text is no such number. */
    static Optional<OnlyVariant> parse(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.matches()
                ? Optional.of(new OnlyVariant(
                        Long.parseLong(number.group(1)),
                        number.group(2) == null ? 0 : Integer.parseInt(number.group(2))))
                : Optional.empty();
    }

    public TrialId trial() {
        return new TrialId(variant, repeat);
    }

    /** Reads it as the value of an option. */
    public static final class Converter implements ITypeConverter<OnlyVariant> {

        @Override
        public OnlyVariant convert(String text) {
            return parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no number of a variant, such as 17, or 17#2 for its third repeat"));
        }
    }
}
