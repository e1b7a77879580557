package io.flowsweep.sweep.spec;

import java.util.Map;

/**
 * Blocks of the sweep file that each variant resolves for itself. Their texts may hold {@code ${…}}.
 *
 * @param run the whole {@code run { }}, keys in snake case
 * @param jvm {@code home} and {@code options}
 * @param environment variables by name
 */
public record VariantBlocks(Map<String, Object> run, Map<String, Object> jvm, Map<String, Object> environment) {

    static final VariantBlocks NONE = new VariantBlocks(Map.of(), Map.of(), Map.of());

    /** The block of a root: {@code run}, {@code jvm} or {@code environment}. */
    public Map<String, Object> values(String root) {
        return switch (root) {
            case "run" -> run;
            case "jvm" -> jvm;
            case "environment" -> environment;
            default -> throw new IllegalArgumentException("no block " + root);
        };
    }
}
