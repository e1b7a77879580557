package io.flowsweep.metaflow.source;

import java.util.List;
import java.util.Optional;

/**
 * A step of a flow, as it is written.
 *
 * @param join whether it takes inputs
 * @param next the steps that may follow it, as far as they are named
 * @param foreach the artifact over whose items the next step runs
 */
public record DeclaredStep(String name, boolean join, List<String> next, Optional<String> foreach) {}
