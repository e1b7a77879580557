package io.flowsweep.runner;

import io.flowsweep.events.RunSettings;
import io.flowsweep.plan.FlowMutator;
import io.flowsweep.source.FlowInputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a {@link Runner} was told.
 *
 * @param sources patterns of files that go with the flow
 * @param mutators of the plan, in this order
 * @param run what of it goes on record as it is
 */
record RunnerSettings(
        FlowInputs inputs,
        List<String> sources,
        List<FlowMutator> mutators,
        RunTags tags,
        RunConditions conditions,
        RunSettings run,
        HostSurroundings surroundings,
        Optional<Path> store,
        Fetching fetching) {

    static RunnerSettings defaults() {
        return new RunnerSettings(
                FlowInputs.NONE,
                List.of(),
                List.of(),
                RunTags.NONE,
                RunConditions.DEFAULT,
                RunSettings.defaults(),
                HostSurroundings.NONE,
                Optional.empty(),
                Fetching.ofThisUser());
    }

    RunnerSettings inputs(UnaryOperator<FlowInputs> change) {
        return new RunnerSettings(
                change.apply(inputs), sources, mutators, tags, conditions, run, surroundings, store, fetching);
    }

    RunnerSettings withSources(List<String> patterns) {
        return new RunnerSettings(inputs, patterns, mutators, tags, conditions, run, surroundings, store, fetching);
    }

    RunnerSettings plus(FlowMutator mutator) {
        List<FlowMutator> more = new ArrayList<>(mutators);
        more.add(mutator);
        return new RunnerSettings(
                inputs, sources, List.copyOf(more), tags, conditions, run, surroundings, store, fetching);
    }

    RunnerSettings tags(UnaryOperator<RunTags> change) {
        return new RunnerSettings(
                inputs, sources, mutators, change.apply(tags), conditions, run, surroundings, store, fetching);
    }

    RunnerSettings conditions(UnaryOperator<RunConditions> change) {
        return new RunnerSettings(
                inputs, sources, mutators, tags, change.apply(conditions), run, surroundings, store, fetching);
    }

    RunnerSettings run(UnaryOperator<RunSettings> change) {
        return new RunnerSettings(
                inputs, sources, mutators, tags, conditions, change.apply(run), surroundings, store, fetching);
    }

    RunnerSettings surroundings(UnaryOperator<HostSurroundings> change) {
        return new RunnerSettings(
                inputs, sources, mutators, tags, conditions, run, change.apply(surroundings), store, fetching);
    }

    RunnerSettings withStore(Path folder) {
        return new RunnerSettings(
                inputs, sources, mutators, tags, conditions, run, surroundings, Optional.of(folder), fetching);
    }

    RunnerSettings withFetching(Fetching other) {
        return new RunnerSettings(inputs, sources, mutators, tags, conditions, run, surroundings, store, other);
    }
}
