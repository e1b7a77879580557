package io.flowsweep.plan;

import java.util.Map;

/**
 * A choice among steps.
 *
 * @param condition the field whose value decides
 * @param cases value as text to step
 */
public record ChoicePlan(String condition, Map<String, String> cases) {}
