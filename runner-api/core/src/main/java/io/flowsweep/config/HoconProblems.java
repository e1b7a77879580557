package io.flowsweep.config;

import com.typesafe.config.ConfigException;
import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the exceptions of typesafe-config into problems with place, offending text and cure. */
final class HoconProblems {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\??([^}]*)}");

    private static final Pattern UNQUOTED_PACKAGE =
            Pattern.compile("(?:^|[{,]|\\s)([A-Za-z][\\w.-]*)\\s*:\\s*([A-Za-z][\\w.-]*)\\s*[=:]\\s*\"?([^\\s\",}]+)");

    private static final Pattern UNQUOTED_COORDINATES =
            Pattern.compile("[\\[,]\\s*([A-Za-z][\\w.-]*(?::[A-Za-z][\\w.-]*)+:\\w[\\w.-]*)\\s*[\\],]");

    /** A key whose value is told by indentation. */
    private static final Pattern YAML = Pattern.compile("(?m)^[\\w.]+:[ \\t]*\\r?\\n[ \\t]+[\\w-]");

    private static final Pattern FOREIGN_ENVIRONMENT = Pattern.compile("\\$\\{\\s*(oc\\.)?env[:.]");

    private HoconProblems() {}

    static Problem syntax(ConfigException e, String text, String description) {
        int line = e.origin() == null ? 1 : Math.max(1, e.origin().lineNumber());
        Optional<Problem> unquoted = unquotedPackage(text, line, description);
        if (unquoted.isPresent()) {
            return unquoted.get();
        }
        OptionalInt unclosed = HoconOutline.unclosed(text);
        if (detail(e).contains("end of file") && unclosed.isPresent()) {
            return Problem.of(
                    "not valid HOCON: the { of this line is never closed" + offending(text, unclosed.getAsInt()),
                    description + ":" + unclosed.getAsInt(),
                    "Close it with }.");
        }
        String message = detail(e).replaceFirst(" ?\\((?:if you (?:want|intended)|you can double-quote).*", "");
        message =
                message.replace("expecting a close parentheses ')' here, not: ", "expected a closing brace '}', got ");
        return Problem.of(
                "not valid HOCON: " + message + offending(text, line),
                description + ":" + line,
                cure(message, text, line));
    }

    /** A line that sets a package as if group and artifact were a key and its value, or lists one without quotes. */
    private static Optional<Problem> unquotedPackage(String text, int line, String description) {
        for (int n : new int[] {line, line - 1}) { // the parser may have gone on before it noticed
            String found = text.lines().skip(Math.max(0, n - 1)).findFirst().orElse("");
            Matcher listed = UNQUOTED_COORDINATES.matcher(found);
            if (n > 0 && listed.find()) {
                return Optional.of(Problem.of(
                        "\"" + listed.group(1) + "\" is not in quotes, and in HOCON a colon ends a key",
                        description + ":" + n,
                        "Put the coordinates in double quotes."));
            }
            Matcher match = UNQUOTED_PACKAGE.matcher(found);
            if (n > 0 && match.find()) {
                return Optional.of(Problem.of(
                        "\"" + match.group(1) + ":" + match.group(2)
                                + "\" is not in quotes, and in HOCON a colon ends a key, just as = does",
                        description + ":" + n,
                        "Write the group and the artifact as one key, in quotes: \"" + match.group(1) + ":"
                                + match.group(2) + "\" = \"" + match.group(3) + "\"."));
            }
        }
        return Optional.empty();
    }

    static Problem tooDeep(String description) {
        return Problem.of(
                "nested too deeply", description, "Use fewer levels of { } and [ ], and shorter chains of +=.");
    }

    /** @param known all paths that a substitution finds */
    static Problem unresolved(ConfigException e, Collection<String> known) {
        String where = e.origin() == null ? "" : SourcePlaces.of(e.origin());
        Matcher reference = REFERENCE.matcher(detail(e));
        if (e instanceof ConfigException.UnresolvedSubstitution && reference.find()) {
            if (detail(e).contains("cycle")) {
                return Problem.of(reference.group() + " refers to itself", where, "Break the circle of substitutions.");
            }
            String name = reference.group(1);
            return Problem.of(reference.group() + " is not defined", where, undefined(name, known));
        }
        return Problem.of("cannot be resolved: " + detail(e), where, "");
    }

    private static String undefined(String name, Collection<String> known) {
        if (name.matches("[A-Z][A-Z0-9_]*") && Suggestions.closest(name, known).isEmpty()) {
            return Scope.NO_ENVIRONMENT;
        }
        if (name.equals("args")) { // of a command that is one of several
            return "Write it within quotes: \"${args}\".";
        }
        return Suggestions.didYouMean(name, known);
    }

    private static String cure(String message, String text, int line) {
        String written = text.lines().skip(line - 1L).findFirst().orElse("");
        if (FOREIGN_ENVIRONMENT.matcher(written).find()) {
            return Scope.NO_ENVIRONMENT;
        }
        if (YAML.matcher(text).find()) {
            return "This looks like YAML. In HOCON an object stands in braces, config { lr = 0.1 }, a list in brackets, [0.1, 0.2].";
        }
        if (message.contains("got ';'")) {
            return "Leave the semicolon out: a line ends by itself, and on one line a comma stands between.";
        }
        if (written.contains("==")) {
            return "A value follows one =; == compares, within where = \"…\".";
        }
        if (message.startsWith("Key '")) {
            return "Several values are a list, [1, 2]; a key is followed by = or {; there are no functions.";
        }
        if (message.contains("Reserved character") || message.contains("got '='")) {
            return "Put a text that holds such a character in double quotes.";
        }
        return "Check the brackets, quotes and commas there and just before.";
    }

    private static String offending(String text, int line) {
        List<String> all = text.lines().toList();
        String found = line <= all.size() ? all.get(line - 1).strip() : "";
        if (found.isEmpty()) {
            return "";
        }
        return ", in `" + (found.length() > 80 ? found.substring(0, 80) + "…" : found) + "`";
    }

    /** The message without the place in front of it. */
    private static String detail(ConfigException e) {
        String place = e.origin() == null ? "" : e.origin().description() + ": ";
        String message = e.getMessage();
        return message.startsWith(place) ? message.substring(place.length()) : message;
    }
}
