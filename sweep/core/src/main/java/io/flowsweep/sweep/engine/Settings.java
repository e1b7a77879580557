package io.flowsweep.sweep.engine;

import java.nio.file.Path;

/**
 * Where and how a sweep is run, all defaults filled in.
 *
 * @param store the store's folder, absolute
 * @param results the folder of all results, absolute
 * @param executor the executor's name
 * @param parallel the most runs in flight; at least 1
 */
public record Settings(Path store, Path results, String executor, int parallel) {}
