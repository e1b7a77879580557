package io.flowsweep.metaflow.source;

import java.util.Map;
import java.util.Optional;

/**
 * A config or a parameter of a flow.
 *
 * @param name by which it is given a value
 * @param attribute of the flow that holds it, and the name of the artifact
 * @param options what else its declaration says, as far as it is a text, {@code True}, {@code False}, {@code
 *     None} or {@code JSONType}; empty where it is anything else
 * @param place {@code file:line}
 */
public record Declared(Kind kind, String name, String attribute, Map<String, Optional<String>> options, String place) {

    /** What a declaration may be. */
    public enum Kind {
        CONFIG,
        PARAMETER,
        /** A parameter that is the content of a file. */
        FILE;

        boolean isParameter() {
            return this != CONFIG;
        }
    }

    /** Of a config: whether it is whatever its text or its parser makes of it, and not an object. */
    public boolean plain() {
        return options.containsKey("plain") && !isSaid("plain", "False");
    }

    /** Of a config: whether its text is read by a parser of its own; any other is JSON. */
    public boolean isParsed() {
        return options.containsKey("parser") && !isSaid("parser", "None");
    }

    /** Whether a run without it is refused. */
    public boolean required() {
        return isSaid("required", "True") && !options.containsKey("default") && !options.containsKey("default_value");
    }

    /** Whether its values are JSON: an object, a list or what else that has. */
    public boolean isJson() {
        return isSaid("type", "JSONType");
    }

    /** The file that gives it its value when nobody else does; empty when there is none, or it is computed. */
    public Optional<String> defaultFile() {
        return kind == Kind.PARAMETER ? Optional.empty() : options.getOrDefault("default", Optional.empty());
    }

    /** Of a parameter that takes several values in one text: what goes between them. */
    public Optional<String> separator() {
        return options.getOrDefault("separator", Optional.empty()).filter(s -> !s.equals("None"));
    }

    private boolean isSaid(String option, String value) {
        return options.getOrDefault(option, Optional.empty())
                .filter(value::equals)
                .isPresent();
    }
}
