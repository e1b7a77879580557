package io.flowsweep.sweep.override;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.sweep.override.OverrideValue.Numbers;
import io.flowsweep.sweep.override.OverrideValue.One;
import io.flowsweep.sweep.override.OverrideValue.Several;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses what stands behind the {@code =}. */
final class ValueParser {

    private static final int DEEPEST = 50;

    private final Characters text;
    private int depth;

    ValueParser(Characters text) {
        this.text = text;
    }

    /** The whole rest: one value, or several separated by commas. */
    OverrideValue value() {
        text.skipBlanks();
        int start = text.at();
        if (text.ended()) {
            return new One(new Element("", "", start));
        }
        List<OverrideValue> parts = new ArrayList<>();
        do {
            parts.add(part());
        } while (text.take(","));
        if (!text.ended()) {
            throw unexpected();
        }
        return parts.size() == 1 ? parts.get(0) : new Several(Sweeps.elements(parts, start), start);
    }

    /** A value, a range or a function, with the blanks around it. */
    private OverrideValue part() {
        text.skipBlanks();
        int start = text.at();
        String name = text.word(c -> Character.isLetterOrDigit(c) || c == '_');
        boolean call = !name.isEmpty() && text.take("(");
        if (!call) {
            text.back(start);
        }
        OverrideValue part = call ? call(name, start) : scalarOrRange();
        text.skipBlanks();
        return part;
    }

    private OverrideValue scalarOrRange() {
        Element element = element();
        return element.written() == null
                ? new One(element)
                : Sweeps.inclusive(element)
                        .map(range -> (OverrideValue) new Numbers(range, element.at()))
                        .orElse(new One(element));
    }

    private OverrideValue call(String name, int start) {
        enter();
        List<Argument> arguments = new ArrayList<>();
        text.skipBlanks();
        if (!text.take(")")) {
            do {
                arguments.add(argument());
            } while (text.take(","));
            expect(")");
        }
        depth--;
        return SweepFunction.apply(name, arguments, start);
    }

    private Argument argument() {
        text.skipBlanks();
        int start = text.at();
        String name = text.word(c -> Character.isLetterOrDigit(c) || c == '_');
        text.skipBlanks();
        if (name.isEmpty() || !text.take("=")) {
            text.back(start);
            return new Argument("", part());
        }
        return new Argument(name, part());
    }

    /** A single value; functions inside of lists and dicts must give one. */
    private Object single() {
        OverrideValue value = part();
        if (value instanceof One one) {
            return one.element().plain();
        }
        throw new OverrideFault(
                "a list or a dict holds single values, not several to choose from",
                value.at(),
                "Vary the whole: path=[1,2],[3,4].");
    }

    private Element element() {
        int start = text.at();
        return switch (text.peek()) {
            case '\'', '"' -> quoted(start);
            case '[' -> new Element(list(), null, start);
            case '{' -> new Element(dict(), null, start);
            default -> Primitive.read(text, "");
        };
    }

    private Element quoted(int start) {
        Element element = new Element(text.quoted(), null, start);
        References.check((String) element.plain(), start);
        text.skipBlanks();
        if (!text.ended() && ",)]}".indexOf(text.peek()) < 0) {
            throw text.fault("\"" + text.shown() + "\" cannot follow a text in quotes", "Put all of it in quotes.");
        }
        return element;
    }

    private List<Object> list() {
        enter();
        text.next();
        List<Object> items = new ArrayList<>();
        text.skipBlanks();
        if (!text.take("]")) {
            do {
                items.add(single());
            } while (text.take(","));
            expect("]");
        }
        depth--;
        return items;
    }

    private Map<String, Object> dict() {
        enter();
        text.next();
        Map<String, Object> entries = new LinkedHashMap<>();
        text.skipBlanks();
        if (!text.take("}")) {
            do {
                text.skipBlanks();
                int start = text.at();
                boolean inQuotes = text.peek() == '"' || text.peek() == '\'';
                String key =
                        inQuotes ? text.quoted() : Primitive.read(text, ":").written();
                text.skipBlanks();
                expect(":");
                if (entries.put(key, single()) != null) {
                    throw new OverrideFault("the key \"" + key + "\" stands there twice", start, "Keep one.");
                }
            } while (text.take(","));
            expect("}");
        }
        depth--;
        return PlainValues.canonicalMap(entries);
    }

    private void expect(String sign) {
        if (!text.take(sign)) {
            throw text.fault(
                    "\"" + sign + "\" must stand here, not " + (text.ended() ? "the end" : "\"" + text.shown() + "\""),
                    "");
        }
    }

    private OverrideFault unexpected() {
        return text.fault(
                "\"" + text.shown() + "\" cannot stand here",
                "Put a text that holds it in quotes (and those in quotes for the shell), or write a backslash before it.");
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw text.fault("this is nested more than " + DEEPEST + " deep", "");
        }
    }
}
