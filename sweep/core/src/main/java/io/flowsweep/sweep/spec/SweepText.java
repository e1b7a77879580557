package io.flowsweep.sweep.spec;

import java.util.Optional;

/**
 * A sweep that was made in code, which has no file of its own.
 *
 * @param text what the file would say
 * @param flow the flow, when it is in no file either
 */
public record SweepText(String text, Optional<FlowInCode> flow) {}
