package io.flowsweep.sweep.engine.run;

import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.sweep.engine.frozen.Edition;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.space.Shard;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Where and how a sweep is run, all defaults filled in.
 *
 * @param store the store's folder, absolute
 * @param results the folder of all results, absolute
 * @param executor the executor's name
 * @param parallel the most runs in flight; at least 1
 * @param shard the part of the sweep that this driver has
 * @param smoke only the first and the last variant, once each
 * @param oversubscribe whether a variant runs that asks for more than the machine has
 * @param strict whether such a variant is a reason to run none
 * @param libraries is told which libraries are resolved and fetched, from any thread
 * @param takeOver whether to take the sweep over from another driver, be it alive
 * @param fresh whether no result on record counts
 * @param repeated whether this trial, which failed with this message before, is to run again
 * @param edition which form of the sweep is run
 * @param added values of axes, of variants that are added to it when it begins
 */
public record Settings(
        Path store,
        Path results,
        String executor,
        int parallel,
        Shard shard,
        boolean smoke,
        boolean oversubscribe,
        boolean strict,
        boolean takeOver,
        Consumer<DependencyEvent> libraries,
        boolean fresh,
        BiPredicate<TrialId, String> repeated,
        Edition edition,
        List<SweepOverride> added) {}
