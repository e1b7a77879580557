package io.flowsweep.plan.attributes;

import io.flowsweep.config.Scope;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What {@code ${…}} finds in decorators and in the defaults of parameters, and which of it was asked for. */
public final class DeployScope {

    private final Scope scope;
    private final Set<String> used = new HashSet<>();

    /** @param configs by name */
    public DeployScope(Map<String, Object> configs) {
        this.scope = Scope.of(configs);
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
