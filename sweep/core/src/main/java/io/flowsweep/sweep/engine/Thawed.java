package io.flowsweep.sweep.engine;

import io.flowsweep.sweep.file.SweepSpec;
import java.nio.file.Path;
import java.util.Map;

/**
 * A sweep read from where it is kept.
 *
 * @param spec as if it stood where it came from
 * @param copies file or flow, absolute, to the copy that was kept
 */
public record Thawed(SweepSpec spec, Map<Path, Path> copies) {}
