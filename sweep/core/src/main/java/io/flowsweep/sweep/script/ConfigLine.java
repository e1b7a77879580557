package io.flowsweep.sweep.script;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.python.ScriptArgument;
import io.flowsweep.sweep.hocon.HoconWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An argument of a script as a value of a config, in the style of arguments {@code space}: {@code --key value},
 * {@code --key} for true, nothing for false.
 *
 * @param key the argument's name without its dashes
 * @param value empty when it is to be left out, so that the script's own default holds
 * @param comment of the line
 * @param note why it is left out where somebody may wonder
 */
record ConfigLine(String key, Optional<Object> value, String comment, Optional<String> note) {

    /** Of a required argument without a default; nothing runs before it has a value. */
    static final String MISSING = "???";

    private static final int WIDEST = 100;

    private static final Set<String> NUMBERS = Set.of("int", "float");
    private static final Set<String> TEXTS = Set.of("", "str", "bool");

    /** Whether a config can give it at all: it has a long name, and each time it is given counts the same. */
    static boolean isPossible(ScriptArgument argument) {
        return argument.name().startsWith("--")
                && (argument.isSwitch() || Set.of("store", "extend").contains(argument.action()));
    }

    static ConfigLine of(ScriptArgument argument) {
        String key = argument.name().substring(2);
        String comment = comment(argument);
        if (argument.isSwitch()) {
            boolean on = argument.action().equals("BooleanOptionalAction")
                    && argument.value().equals(Optional.of(true));
            return new ConfigLine(on ? "no-" + key : key, Optional.of(false), comment, Optional.empty());
        }
        if (argument.value().isEmpty()) {
            return new ConfigLine(key, withoutDefault(argument), comment, Optional.empty());
        }
        Object value = argument.value().get();
        if (value instanceof Boolean && argument.type().equals("lambda")) {
            return new ConfigLine(key, Optional.empty(), comment, Optional.empty()); // only it knows which text that is
        }
        if (value instanceof Boolean && TEXTS.contains(argument.type())) {
            return new ConfigLine(
                    key,
                    Optional.empty(),
                    comment,
                    Optional.of(
                            argument.name()
                                    + " takes every text for true, False too, so it is left out; action=\"store_true\" would make it a switch"));
        }
        return new ConfigLine(key, given(argument, value), comment, Optional.empty());
    }

    /**
     * One of several of which only one may be given: it is left out, but the first where one must be given.
     *
     * @param first whether it is the first
     */
    static ConfigLine exclusive(ScriptArgument argument, boolean first) {
        ConfigLine plain = of(argument);
        boolean given = first && argument.exclusive().orElseThrow().required();
        Optional<Object> value = !given
                ? argument.isSwitch() ? Optional.of(false) : Optional.empty()
                : argument.isSwitch()
                        ? Optional.of(true)
                        : Optional.of(plain.value().orElse(MISSING));
        String comment = plain.comment() + (plain.comment().isEmpty() ? "" : "; ") + "only one of its group";
        return new ConfigLine(plain.key(), value, comment, plain.note());
    }

    /** The key as it is written in a sweep file; one with dots is a path. */
    String path() {
        return Stream.of(key.split("\\.", -1)).map(HoconWriter::key).collect(Collectors.joining("."));
    }

    /** The line without its comment; one without a value is a comment itself. */
    String assignment() {
        return value.map(given -> path() + " = " + HoconWriter.value(given)).orElse("# " + path() + " = …");
    }

    /** What a required argument has to be given, and what a seed should be. */
    private static Optional<Object> withoutDefault(ScriptArgument argument) {
        if (argument.required()) {
            Object first =
                    argument.choices().isEmpty() ? MISSING : argument.choices().get(0);
            return Optional.of(argument.isList() ? List.of(first) : first);
        }
        boolean seed = Suggestion.isSeed(argument.name()) && argument.untold().isEmpty();
        return seed ? Optional.of(0L) : Optional.empty();
    }

    private static Optional<Object> given(ScriptArgument argument, Object value) {
        if (argument.isList()) {
            List<Object> items = new ArrayList<>();
            for (Object item : value instanceof List<?> list ? list : List.of(value)) {
                items.add(typed(argument, item));
            }
            boolean fits = !items.isEmpty()
                    && items.stream()
                            .allMatch(item ->
                                    isWord(item) && !String.valueOf(item).startsWith("-"));
            return fits ? Optional.of(items) : Optional.empty();
        }
        Object typed = typed(argument, value);
        boolean fraction = typed instanceof Double number && number % 1 != 0;
        return Optional.of(typed)
                .filter(given -> isWord(given) && !(fraction && argument.type().equals("int")));
    }

    /** As the script would read its text. */
    private static Object typed(ScriptArgument argument, Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof String text && NUMBERS.contains(argument.type())) {
            try {
                return argument.type().equals("int") ? (Object) Long.valueOf(text) : Double.valueOf(text);
            } catch (NumberFormatException e) {
                return value;
            }
        }
        return value;
    }

    /** Whether it can stand behind its name on a command line; a text that begins like an option only where it is alone. */
    private static boolean isWord(Object value) {
        return value instanceof Number || value instanceof String;
    }

    private static String comment(ScriptArgument argument) {
        StringBuilder text = new StringBuilder(argument.help()
                .replace("%(default)s", argument.value().map(PlainValues::text).orElse("none"))
                .replaceAll("%\\([a-z]+\\)s", "…")
                .replace("%%", "%"));
        if (!argument.choices().isEmpty()) {
            String choices = String.join(
                    ", ", argument.choices().stream().map(PlainValues::text).toList());
            text.append(text.isEmpty() ? "" : "; ").append("one of ").append(choices);
        }
        argument.untold()
                .ifPresent(untold -> text.append(text.isEmpty() ? "" : "; ")
                        .append("default: ")
                        .append(untold));
        return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text.toString();
    }
}
