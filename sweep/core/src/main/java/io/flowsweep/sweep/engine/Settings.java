package io.flowsweep.sweep.engine;

import io.flowsweep.dependencies.DependencyEvent;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where and how a sweep is run, all defaults filled in.
 *
 * @param store the store's folder, absolute
 * @param results the folder of all results, absolute
 * @param executor the executor's name
 * @param parallel the most runs in flight; at least 1
 * @param shard the part of the sweep that this driver has
 * @param oversubscribe whether a variant runs that asks for more than the machine has
 * @param strict whether such a variant is a reason to run none
 * @param libraries is told which libraries are resolved and fetched, from any thread
 * @param takeOver whether to take the sweep over from another driver, be it alive
 */
public record Settings(
        Path store,
        Path results,
        String executor,
        int parallel,
        Shard shard,
        boolean oversubscribe,
        boolean strict,
        boolean takeOver,
        Consumer<DependencyEvent> libraries) {}
