package io.flowsweep.plan.attributes;

import io.flowsweep.config.Scope;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What {@code ${…}} finds in decorators and in the defaults of parameters, and which of it was asked for. */
public final class DeployScope {

    private final Scope scope;
    private final Function<String, Optional<String>> places;
    private final Set<String> used = new HashSet<>();

    /**
     * @param configs by name
     * @param places where a value is written, as {@code file:line}, by its path with the config's name; as far as that is known
     */
    public DeployScope(Map<String, Object> configs, Function<String, Optional<String>> places) {
        this.scope = Scope.of(configs);
        this.places = places;
    }

    /**
     * Where the value is written that a text refers to, as {@code file:line}; empty when it refers to none or that is not known.
     *
     * @param below path in that value; may be empty
     */
    Optional<String> place(String text, String below) {
        return Scope.references(text).stream()
                .flatMap(path -> Stream.of(below.isEmpty() ? path : path + "." + below, path))
                .flatMap(path -> places.apply(path).stream())
                .findFirst();
    }

    /**
     * The text with each reference replaced; a text that is one reference alone keeps the value's type.
     *
     * @return an empty text for a reference to null
     * @throws io.flowsweep.errors.InvalidInputException when a reference finds nothing
     */
    public Object expand(String text, String where) {
        used.addAll(Scope.references(text));
        Object value = scope.expand(text, where);
        return value == null ? "" : value;
    }

    /** Whether a text holds a reference, so that it says nothing before the configs are known. */
    public static boolean refers(String text) {
        return !Scope.references(text).isEmpty();
    }

    /** Whether a reference has asked for this value, for one in it, or for one around it. */
    public boolean uses(String config, String path) {
        String whole = config + "." + path;
        return used.stream()
                .anyMatch(u -> u.equals(config) || (u + ".").startsWith(whole + ".") || whole.startsWith(u + "."));
    }
}
