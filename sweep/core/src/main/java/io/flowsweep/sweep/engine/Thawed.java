package io.flowsweep.sweep.engine;

import io.flowsweep.sweep.file.SweepSpec;
import java.util.Map;

/**
 * A sweep read from where it is kept.
 *
 * @param spec as if it stood where it came from
 * @param copies flow, absolute, to what was kept of it
 */
public record Thawed(SweepSpec spec, Map<String, FlowCopy> copies) {}
