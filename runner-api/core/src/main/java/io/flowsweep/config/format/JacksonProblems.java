package io.flowsweep.config.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Turns the exceptions of Jackson's parsers into problems with place and offending text. */
final class JacksonProblems {

    private JacksonProblems() {}

    static InvalidInputException syntax(String format, IOException e, String text, String description) {
        if (!(e instanceof JsonProcessingException syntax)) {
            throw new UncheckedIOException(e); // nothing but memory is read
        }
        int line = syntax.getLocation() == null
                ? 1
                : Math.max(1, syntax.getLocation().getLineNr());
        String message =
                syntax.getOriginalMessage().lines().findFirst().orElse("").strip();
        return new InvalidInputException(
                "not valid " + format + ": " + message + offending(text, line),
                description + ":" + line,
                "Check that line and the one before.");
    }

    private static String offending(String text, int line) {
        List<String> all = text.lines().toList();
        String found = line <= all.size() ? all.get(line - 1).strip() : "";
        return found.isEmpty() ? "" : ", in `" + (found.length() > 80 ? found.substring(0, 80) + "…" : found) + "`";
    }
}
