package io.flowsweep.sweep.override;

import io.flowsweep.sweep.override.SweepOverride.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the line form: mark, path, {@code =}; the value is {@link ValueParser}'s. */
final class OverrideParser {

    private static final int LONGEST = 100_000;

    private final Characters text;

    OverrideParser(String text) {
        this.text = new Characters(text);
    }

    SweepOverride parse() {
        if (text.all().length() > LONGEST) {
            throw new OverrideFault(
                    "an override has at most " + LONGEST + " characters", LONGEST, "Write the values into the file.");
        }
        Kind kind =
                text.take("++") ? Kind.FORCE : text.take("+") ? Kind.ADD : text.take("~") ? Kind.DELETE : Kind.CHANGE;
        List<String> segments = path();
        text.skipBlanks();
        if (text.take("=")) {
            return new SweepOverride(kind, segments, Optional.of(new ValueParser(text).value()), text.all());
        }
        refuseOtherSigns();
        if (kind != Kind.DELETE) {
            throw text.fault("\"=\" must follow the path", "Write path=value, +path=value or ~path.");
        }
        return new SweepOverride(kind, segments, Optional.empty(), text.all());
    }

    /** Keys separated by dots or slashes; an index may also stand in brackets. */
    private List<String> path() {
        List<String> segments = new ArrayList<>();
        text.skipBlanks();
        do {
            segments.add(segment());
            while (text.take("[")) {
                int start = text.at();
                segments.add(text.word(c -> c >= '0' && c <= '9'));
                if (text.at() == start || !text.take("]")) {
                    throw text.fault("the index of a list must stand in the brackets", "Write xs[0]=5 or xs.0=5.");
                }
            }
        } while (text.take(".") || text.take("/"));
        return List.copyOf(segments);
    }

    private String segment() {
        if (text.peek() == '"') {
            return text.quoted();
        }
        String key = text.word(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '$');
        if (key.isEmpty()) {
            throw text.fault(
                    text.ended() ? "a key is missing" : "a key cannot have \"" + text.shown() + "\" here",
                    "Write keys separated by dots; a key with other characters stands in double quotes.");
        }
        return key;
    }

    private void refuseOtherSigns() {
        if (text.peek() == '@') {
            throw text.fault(
                    "a group cannot be put into another package",
                    "Declare an axis at that path in the file, path { group = \"folder/*.conf\" }, and write path=option.");
        }
        if (text.peek() == ':' || text.peek() == '=') {
            throw text.fault("\"" + text.shown() + "\" cannot follow the path", "Write path=value.");
        }
        if (!text.ended()) {
            throw text.fault("a key cannot have \"" + text.shown() + "\" here", "Put the key into double quotes.");
        }
    }
}
