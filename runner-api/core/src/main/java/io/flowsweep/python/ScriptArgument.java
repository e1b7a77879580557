package io.flowsweep.python;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One {@code add_argument} of a script.
 *
 * @param name as it is written on a command line, {@code --learning-rate}; of one that is known by its place, {@code data}
 * @param line of the script, from 1
 * @param action {@code store} unless the script says another
 * @param type the last word of what converts it, {@code int}, {@code Path} or {@code lambda}; empty for a text
 * @param nargs {@code "+"}, {@code "*"}, {@code "?"} or a number; empty for exactly one value
 * @param help without line breaks; {@code %(default)s} as it is
 * @param command the subcommand that takes it; empty for the script itself
 * @param choices plain values; empty when all are allowed
 * @param value the default, a plain value; empty when there is none, when it is None, or when only a run can tell
 * @param untold the default's text when only a run can tell
 * @param exclusive the group of which only one may be given
 * @param file that adds it, from the script's folder, where it is not the script itself
 */
public record ScriptArgument(
        String name,
        int line,
        String action,
        String type,
        boolean required,
        Optional<Object> nargs,
        String help,
        Optional<String> command,
        List<Object> choices,
        Optional<Object> value,
        Optional<String> untold,
        Optional<Exclusive> exclusive,
        Optional<String> file) {

    /**
     * Arguments that exclude each other.
     *
     * @param line that makes the group, from 1
     * @param required whether one of them must be given
     */
    public record Exclusive(int line, boolean required) {

        static Exclusive of(Map<?, ?> json) {
            return new Exclusive(((Number) json.get("line")).intValue(), (Boolean) json.get("required"));
        }
    }

    static ScriptArgument of(Map<?, ?> json) {
        return new ScriptArgument(
                (String) json.get("name"),
                ((Number) json.get("line")).intValue(),
                (String) json.get("action"),
                (String) json.get("type"),
                (Boolean) json.get("required"),
                Optional.ofNullable(json.get("nargs")),
                (String) json.get("help"),
                Optional.ofNullable((String) json.get("command")),
                List.copyOf((List<?>) json.get("choices")),
                Optional.ofNullable(json.get("default")),
                Optional.ofNullable((String) json.get("defaultText")),
                Optional.ofNullable((Map<?, ?>) json.get("exclusive")).map(Exclusive::of),
                Optional.of((String) json.get("file")).filter(file -> !file.isEmpty()));
    }

    /** Whether it is known by its place, not by its name. */
    public boolean isPositional() {
        return !name.startsWith("-");
    }

    /** Whether it is there or not, and takes no value. */
    public boolean isSwitch() {
        return List.of("store_true", "store_false", "store_const", "BooleanOptionalAction")
                .contains(action);
    }

    /** Whether it takes as many values as nargs says. */
    public boolean isList() {
        return nargs.filter(n -> !n.equals("?")).isPresent();
    }
}
