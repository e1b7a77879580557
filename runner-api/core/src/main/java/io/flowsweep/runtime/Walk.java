package io.flowsweep.runtime;

import io.flowsweep.events.Artifact;
import io.flowsweep.events.Failure;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.runtime.task.TaskOrder;
import io.flowsweep.runtime.task.TaskOrder.Frame;
import io.flowsweep.runtime.task.TaskOrder.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run stands in its graph: given what a task left, says which tasks are ready next. Knows nothing of how tasks are
 * carried out. Not thread-safe.
 */
final class Walk {

    /** What a split left, for its branches and for the join that closes them. */
    private record Opened(int size, List<Artifact> artifacts, List<Frame> frames) {}

    /** The branches that have reached a join, by position. */
    private static final class Arrivals {

        private final Input[] inputs;
        private int missing;

        Arrivals(int size) {
            inputs = new Input[size];
            missing = size;
        }

        boolean complete(int index, Input input) {
            inputs[index] = input;
            missing--;
            return missing == 0;
        }
    }

    private final FlowPlan plan;
    private final int maxSplits;
    private final ArtifactCodec codec;
    private final Map<TaskKey, Opened> opened = new HashMap<>();
    private final Map<TaskKey, Arrivals> arrived = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Walk(FlowPlan plan, int maxSplits, ArtifactCodec codec) {
        this.plan = plan;
        this.maxSplits = maxSplits;
        this.codec = codec;
    }

    /** A task that is ready, with what it is for. */
    record Ready(TaskKey key, TaskOrder order) {}

    Ready first() {
        return ready(TaskKey.start(plan.steps().get(0).name()), List.of(), List.of(), List.of());
    }

    /**
     * What follows a task that has succeeded; nothing after the end, and while a join waits for other branches.
     *
     * @throws UnableToGoOnException when what the task left does not say where to go
     */
    List<Ready> after(Ready done, List<Artifact> artifacts) {
        StepPlan step = plan.step(done.key().step());
        if (step.foreach().isPresent()) {
            return each(done, step, artifacts);
        }
        if (step.splits()) {
            open(done, step.next().size(), artifacts);
            List<Ready> branches = new ArrayList<>();
            for (int i = 0; i < step.next().size(); i++) {
                TaskKey key = done.key().into(step.next().get(i), i);
                branches.add(ready(key, done.order().frames(), inputs(done, artifacts), List.of()));
            }
            return branches;
        }
        if (step.next().isEmpty()) {
            return List.of();
        }
        String next = step.choice().isPresent()
                ? chosen(step, artifacts)
                : step.next().get(0);
        return plan.step(next).join()
                ? arrive(done, next, artifacts)
                : List.of(ready(done.key().then(next), done.order().frames(), inputs(done, artifacts), List.of()));
    }

    private List<Ready> each(Ready done, StepPlan step, List<Artifact> artifacts) {
        String field = step.foreach().orElseThrow();
        List<?> values = plain(artifacts, field) instanceof List<?> list ? list : List.of();
        if (values.isEmpty()) {
            throw new UnableToGoOnException("the list \"" + field + "\" of the foreach in " + step.name()
                    + " is unset or empty, so nothing follows;" + " give it at least one element");
        }
        if (values.size() > maxSplits) {
            throw new UnableToGoOnException("the foreach in " + step.name() + " goes over " + values.size()
                    + " elements, but at most " + maxSplits + " are allowed; raise the limit with --max-splits");
        }
        open(done, values.size(), artifacts);
        List<Ready> tasks = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            List<Frame> frames = new ArrayList<>(done.order().frames());
            frames.add(new Frame(step.name(), i, values.size(), Optional.ofNullable(values.get(i))));
            TaskKey key = done.key().into(step.next().get(0), i);
            tasks.add(ready(key, frames, inputs(done, artifacts), List.of()));
        }
        return tasks;
    }

    private String chosen(StepPlan step, List<Artifact> artifacts) {
        String condition = step.choice().orElseThrow().condition();
        Map<String, String> cases = step.choice().orElseThrow().cases();
        Object value = plain(artifacts, condition);
        String next = cases.get(String.valueOf(value));
        if (value == null || next == null) {
            throw new UnableToGoOnException("the condition \"" + condition + "\" of " + step.name()
                    + (value == null ? " is unset" : " is " + value + ", for which there is no case")
                    + "; there are: " + String.join(", ", cases.keySet()));
        }
        return next;
    }

    private List<Ready> arrive(Ready done, String join, List<Artifact> artifacts) {
        TaskKey.Branch branch = done.key().innermost();
        TaskKey opener = done.key().outOf(branch.opener());
        TaskKey key = done.key().outOf(join);
        Opened split = opened.get(opener);
        Arrivals arrivals = arrived.computeIfAbsent(key, k -> new Arrivals(split.size()));
        if (!arrivals.complete(branch.index(), new Input(done.key().step(), artifacts))) {
            return List.of();
        }
        arrived.remove(key);
        opened.remove(opener);
        return List.of(ready(key, split.frames(), List.of(arrivals.inputs), split.artifacts()));
    }

    private void open(Ready done, int size, List<Artifact> artifacts) {
        opened.put(done.key(), new Opened(size, artifacts, done.order().frames()));
    }

    private static List<Input> inputs(Ready done, List<Artifact> artifacts) {
        return Collections.singletonList(new Input(done.key().step(), artifacts));
    }

    private Ready ready(TaskKey key, List<Frame> frames, List<Input> inputs, List<Artifact> fork) {
        int number = numbers.getOrDefault(key.step(), 0) + 1;
        numbers.put(key.step(), number);
        String task = key.step() + "-" + number;
        return new Ready(key, new TaskOrder(task, key.toString(), key.step(), 0, frames, inputs, fork));
    }

    private Object plain(List<Artifact> artifacts, String name) {
        for (Artifact artifact : artifacts) {
            if (artifact.name().equals(name)) {
                return codec.plain(artifact);
            }
        }
        return null;
    }

    /** A failure that did not happen in a task but between tasks. */
    static Failure failure(UnableToGoOnException e) {
        return Failure.of("UnableToGoOn", e.getMessage());
    }
}
