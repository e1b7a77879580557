package io.flowsweep.runtime.task;

import io.flowsweep.events.Artifact;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Merge;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What reaches a join, and the three-way merge of it. */
final class BranchInputs implements Inputs<FlowSpec> {

    /** One branch: the step it ended with, its artifacts, and the flow holding them. */
    record Branch(String step, Map<String, Artifact> artifacts, FlowSpec flow) {}

    private final StepPlan join;
    private final List<Branch> branches;
    private final Map<String, Artifact> fork;
    private final ArtifactCodec codec;
    private final Supplier<Path> scratch;
    private final Set<String> merged = new HashSet<>();
    private FlowInstance target;
    private Map<String, Artifact> before;

    BranchInputs(
            StepPlan join,
            List<Branch> branches,
            Map<String, Artifact> fork,
            ArtifactCodec codec,
            Supplier<Path> scratch) {
        this.join = join;
        this.branches = branches;
        this.fork = fork;
        this.codec = codec;
        this.scratch = scratch;
    }

    /** Says which instance the join works on, and what its artifacts were before the step ran. */
    void mergeTarget(FlowInstance instance, Map<String, Artifact> artifactsBefore) {
        target = instance;
        before = artifactsBefore;
    }

    /** The artifacts that the step has merged; they are set from here on, whatever their values. */
    Set<String> merged() {
        return merged;
    }

    @Override
    public int size() {
        return branches.size();
    }

    @Override
    public FlowSpec get(int index) {
        return branches.get(index).flow();
    }

    @Override
    public FlowSpec get(String step) {
        List<Branch> named =
                branches.stream().filter(b -> b.step().equals(step)).toList();
        if (named.size() == 1) {
            return named.get(0).flow();
        }
        throw new IllegalArgumentException(
                named.isEmpty()
                        ? "no branch ends with the step \"" + step + "\"; there are: "
                                + String.join(", ", join.previous())
                        : named.size() + " branches end with the step \"" + step + "\"; get them by index");
    }

    @Override
    public Stream<FlowSpec> stream() {
        return branches.stream().map(Branch::flow);
    }

    @Override
    public Iterator<FlowSpec> iterator() {
        return stream().iterator();
    }

    @Override
    public void mergeInto(FlowSpec flow, Merge merge) {
        if (flow != target.flow()) {
            throw new IllegalStateException("mergeArtifacts belongs to the join that received these inputs");
        }
        Map<String, Artifact> own = target.artifacts(codec);
        Set<String> names = new LinkedHashSet<>();
        branches.forEach(b -> names.addAll(b.artifacts().keySet()));
        checkNames(merge);
        names.removeIf(name -> !merge.includes(name));
        List<String> conflicts = new ArrayList<>();
        for (String name : names) {
            if (Objects.equals(own.get(name), before.get(name))) {
                merge(name, conflicts);
            }
        }
        if (!conflicts.isEmpty()) {
            throw new IllegalStateException("mergeArtifacts in " + join.name() + ": " + String.join("; ", conflicts)
                    + ". Assign the field before the merge, or leave it out: Merge.except(\"NAME\").");
        }
    }

    private void checkNames(Merge merge) {
        for (String name : merge.names()) {
            if (!target.has(name)) {
                throw new IllegalArgumentException(
                        "mergeArtifacts in " + join.name() + ": the flow has no artifact \"" + name + "\"");
            }
        }
    }

    private void merge(String name, List<String> conflicts) {
        Map<String, Artifact> changed = new LinkedHashMap<>();
        boolean distinct = branches.stream().map(Branch::step).distinct().count() == branches.size();
        for (int index = 0; index < branches.size(); index++) {
            Branch branch = branches.get(index);
            Artifact value = branch.artifacts().get(name);
            if (value != null && !same(value, fork.get(name))) {
                changed.put(branch.step() + (distinct ? "" : " " + index), value);
            }
        }
        Artifact value =
                changed.isEmpty() ? fork.get(name) : changed.values().iterator().next();
        if (!changed.values().stream().allMatch(other -> same(value, other))) {
            conflicts.add(
                    "the field " + name + " was changed differently in " + String.join(" and ", changed.keySet()));
        } else if (value != null) {
            target.set(name, codec.decode(value, target.type(name), scratch));
            merged.add(name);
        }
    }

    /** Equal sets and maps may have been written in different orders, so what is not the same text is compared as values. */
    private boolean same(Artifact a, Artifact b) {
        if (a.equals(b)
                || b == null
                || !a.codec().startsWith("json")
                || !b.codec().startsWith("json")) {
            return a.equals(b);
        }
        Type type = target.type(a.name());
        return Objects.equals(codec.decode(a, type, scratch), codec.decode(b, type, scratch));
    }
}
