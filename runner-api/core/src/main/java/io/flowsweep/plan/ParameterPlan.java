package io.flowsweep.plan;

import java.util.Optional;

/**
 * @param name also its field's name
 * @param value plain; of a file see {@link FileParameters}
 * @param help one line, may be empty
 */
public record ParameterPlan(String name, String type, Optional<Object> value, String help) {}
