package io.flowsweep.sweep.engine.frozen;

import io.flowsweep.plan.ConfigPlan;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is used in the place of a sweep's files as they are now.
 *
 * @param files file or flow, absolute, to a copy of it
 * @param configs flow, absolute, to the configs that the sweep does not give, by name: as its default files, default values and
 *     parsers gave them once
 */
public record Copies(Map<Path, Path> files, Map<Path, Map<String, ConfigPlan>> configs) {

    /** The files themselves are used. */
    public static final Copies NONE = new Copies(Map.of(), Map.of());
}
