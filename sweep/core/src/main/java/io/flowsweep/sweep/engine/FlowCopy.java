package io.flowsweep.sweep.engine;

import io.flowsweep.plan.FlowPlan.ConfigPlan;
import java.nio.file.Path;
import java.util.Map;

/**
 * A flow as it was when its sweep began, which is run in its place.
 *
 * @param source the copy of its source
 * @param defaults by name, the configs that the sweep does not give and that the flow took from its default files, default
 *     values or parsers
 */
public record FlowCopy(Path source, Map<String, ConfigPlan> defaults) {}
