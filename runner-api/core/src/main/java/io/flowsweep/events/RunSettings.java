package io.flowsweep.events;

import io.flowsweep.flow.TriggeredBy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a run is to be carried out.
 *
 * @param maxWorkers the most tasks at a time, at least 1
 * @param maxSplits the most elements that a foreach may go over, at least 1
 * @param keepGoing whether independent branches go on after a task has failed
 * @param origin the run that this one resumes
 * @param surroundings where its hosts are
 * @param pools the sizes of the named pools of which it may lease units
 * @param trigger why it was started, of a run of a deployment
 */
public record RunSettings(
        int maxWorkers,
        int maxSplits,
        boolean keepGoing,
        Optional<Origin> origin,
        Surroundings surroundings,
        Map<String, Integer> pools,
        Optional<TriggeredBy> trigger) {

    /**
     * A run whose finished tasks are taken over.
     *
     * @param run its id
     * @param fromStep the first step that is carried out again whatever came of it; empty: only what did not finish
     */
    public record Origin(String run, Optional<String> fromStep) {}

    /** To ask the JDK how many processors there are makes it read files, so it is asked once. */
    private static final RunSettings DEFAULTS = new RunSettings(
            Runtime.getRuntime().availableProcessors(),
            10_000,
            false,
            Optional.empty(),
            Surroundings.NONE,
            Map.of(),
            Optional.empty());

    /** As many tasks as the machine has processors, 10,000 splits, an end at the first failure. */
    public static RunSettings defaults() {
        return DEFAULTS;
    }

    /** @throws IllegalArgumentException when {@code most} is less than 1 */
    public RunSettings withMaxWorkers(int most) {
        return new RunSettings(
                atLeastOne("max workers", most), maxSplits, keepGoing, origin, surroundings, pools, trigger);
    }

    /** @throws IllegalArgumentException when {@code most} is less than 1 */
    public RunSettings withMaxSplits(int most) {
        return new RunSettings(
                maxWorkers, atLeastOne("max splits", most), keepGoing, origin, surroundings, pools, trigger);
    }

    public RunSettings withKeepGoing(boolean goes) {
        return new RunSettings(maxWorkers, maxSplits, goes, origin, surroundings, pools, trigger);
    }

    public RunSettings withOrigin(Origin resumed) {
        return new RunSettings(maxWorkers, maxSplits, keepGoing, Optional.of(resumed), surroundings, pools, trigger);
    }

    public RunSettings withSurroundings(Surroundings others) {
        return new RunSettings(maxWorkers, maxSplits, keepGoing, origin, others, pools, trigger);
    }

    /** @throws IllegalArgumentException when {@code size} is less than 0 */
    public RunSettings withPool(String name, int size) {
        if (size < 0) {
            throw new IllegalArgumentException("the size of the pool " + name + " is at least 0, but got " + size);
        }
        Map<String, Integer> more = new TreeMap<>(pools);
        more.put(name, size);
        return new RunSettings(maxWorkers, maxSplits, keepGoing, origin, surroundings, more, trigger);
    }

    public RunSettings withTrigger(TriggeredBy cause) {
        return new RunSettings(maxWorkers, maxSplits, keepGoing, origin, surroundings, pools, Optional.of(cause));
    }

    private static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " >= 1 must hold, but got " + value);
        }
        return value;
    }
}
