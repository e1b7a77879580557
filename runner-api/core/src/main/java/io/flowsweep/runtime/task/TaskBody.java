package io.flowsweep.runtime.task;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.events.Artifact;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.flow.ForeachFrame;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.runtime.log.HostLog;
import io.flowsweep.runtime.task.TaskOrder.Frame;
import io.flowsweep.runtime.task.TaskOrder.Input;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries out tasks in this JVM: fills a fresh instance of the flow, calls the step, and gives what it changed. Puts nothing on
 * record but what the step reports. Thread-safe: several tasks may be carried out at once.
 */
public final class TaskBody {

    private final RunRequested run;
    private final FlowPlan plan;
    private final Class<?> type;
    private final ArtifactCodec codec;
    private final Scratch scratch;
    private final ParameterFiles files;
    private final HostLog log;

    TaskBody(RunRequested run, Class<?> type, ArtifactCodec codec, Scratch scratch, HostLog log) {
        this.run = run;
        this.plan = run.plan();
        this.type = type;
        this.codec = codec;
        this.scratch = scratch;
        this.files = new ParameterFiles(codec.store(), scratch);
        this.log = log;
    }

    /** The loader of the flow's classes. */
    public ClassLoader loader() {
        return type.getClassLoader();
    }

    /** Never throws, whatever the flow does. */
    public TaskResult perform(TaskOrder order) {
        Thread.currentThread().setContextClassLoader(loader());
        TaskOutput.enter(order.task());
        try (TaskCards cards = new TaskCards(order, codec, log)) {
            return attempt(order, cards);
        } catch (RuntimeException | Error e) { // of telling what failed: an exception whose message cannot be had
            return TaskResult.failed(Failure.of(
                    Failure.HOST,
                    "the task could not be carried out: " + e.getClass().getName()));
        } finally {
            TaskOutput.enter(null);
        }
    }

    private TaskResult attempt(TaskOrder order, TaskCards cards) {
        try {
            StepPlan step = plan.step(order.step());
            TaskCurrent current = new TaskCurrent(
                    run, order, frames(order), cards, log, new TaskFolder(scratch, order.task()), codec.store());
            Map<String, Artifact> given = step.join() || order.inputs().isEmpty()
                    ? Map.of()
                    : byName(order.inputs().get(0).artifacts());
            FlowInstance instance = instance(current, given, order.task());
            Map<String, Artifact> before = instance.artifacts(codec);
            BranchInputs inputs = step.join() ? inputs(order, current) : null;
            if (inputs != null) {
                inputs.mergeTarget(instance, before);
            }
            instance.call(step, inputs);
            List<String> changed = instance.changedReadOnly();
            if (!changed.isEmpty()) {
                return TaskResult.failed(Failure.of(
                        "ReadOnlyField",
                        "the step " + step.name() + " changed " + String.join(", ", changed)
                                + "; configs and parameters are read-only: keep the value in another field"));
            }
            Set<String> set = new HashSet<>(inputs == null ? given.keySet() : inputs.merged());
            if (step.foreach().isPresent()) {
                set.add(step.foreach().get()); // what decides on the next step is kept, changed or not
            }
            if (step.choice().isPresent()) {
                set.add(step.choice().get().condition());
            }
            return TaskResult.of(kept(set, before, instance.artifacts(codec)));
        } catch (InvocationTargetException e) {
            return TaskResult.failed(Failures.of(e.getCause(), type));
        } catch (CodecException e) {
            return TaskResult.failed(Failure.of("UnstorableArtifact", e.getMessage()));
        } catch (RuntimeException | Error e) {
            return TaskResult.failed(Failures.of(e, type));
        }
    }

    private FlowInstance instance(TaskCurrent current, Map<String, Artifact> artifacts, String folder)
            throws InvocationTargetException {
        return FlowInstance.create(plan, type, current, artifacts, codec, files, new TaskFolder(scratch, folder));
    }

    private BranchInputs inputs(TaskOrder order, TaskCurrent current) throws InvocationTargetException {
        List<BranchInputs.Branch> branches = new ArrayList<>();
        for (Input input : order.inputs()) {
            Map<String, Artifact> artifacts = byName(input.artifacts());
            String folder = order.task() + "/" + branches.size();
            branches.add(new BranchInputs.Branch(
                    input.step(),
                    artifacts,
                    instance(current, artifacts, folder).flow()));
        }
        return new BranchInputs(
                plan.step(order.step()), branches, byName(order.fork()), codec, new TaskFolder(scratch, order.task()));
    }

    private List<ForeachFrame> frames(TaskOrder order) {
        List<ForeachFrame> frames = new ArrayList<>();
        for (Frame frame : order.frames()) {
            Object value = ValueCodec.decode(elementType(frame), frame.value().orElse(null));
            frames.add(new ForeachFrame(frame.step(), frame.index(), frame.size(), value));
        }
        return frames;
    }

    private Type elementType(Frame frame) {
        Type list = FlowInstance.type(type, plan.step(frame.step()).foreach().orElseThrow());
        return ((ParameterizedType) list).getActualTypeArguments()[0];
    }

    /** What was set before stays set; what the step did not change and nobody has set stays unset. */
    private static List<Artifact> kept(Set<String> set, Map<String, Artifact> before, Map<String, Artifact> after) {
        List<Artifact> kept = new ArrayList<>();
        for (Artifact artifact : after.values()) {
            if (set.contains(artifact.name()) || !artifact.equals(before.get(artifact.name()))) {
                kept.add(artifact);
            }
        }
        return kept;
    }

    private static Map<String, Artifact> byName(List<Artifact> artifacts) {
        Map<String, Artifact> map = new LinkedHashMap<>();
        for (Artifact artifact : artifacts) {
            map.put(artifact.name(), artifact);
        }
        return map;
    }
}
