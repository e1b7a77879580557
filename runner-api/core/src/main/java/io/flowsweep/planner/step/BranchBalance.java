package io.flowsweep.planner.step;

import io.flowsweep.errors.Problem;
import io.flowsweep.planner.definition.FlowDefinition.StepMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Matches splits with joins. Walks the steps in order with the branches that are open at each: a split or a foreach opens
 * one on each way out, a join closes the innermost on all ways in; the ways of a switch carry what the switch carries, and so
 * may meet in any step.
 */
final class BranchBalance {

    /** A branch that is open: which step opened it, and the how manieth of that step's ways it is. */
    private record Branch(String opener, int index) {}

    /**
     * How a step is entered.
     *
     * @param previous the steps that may lead to it; of a join one a branch, in the order of the split
     * @param fork of a join: the step that opened the branches
     */
    record Entry(List<String> previous, Optional<String> fork) {}

    private final FlowGraph graph;
    private final Map<String, List<Branch>> open = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private BranchBalance(FlowGraph graph) {
        this.graph = graph;
    }

    /** The entries by step in order; stops at the first problem, which it adds. */
    static Map<String, Entry> of(FlowGraph graph, List<Problem> problems) {
        BranchBalance balance = new BranchBalance(graph);
        for (String name : graph.order()) {
            Optional<Problem> problem = balance.enter(graph.step(name));
            if (problem.isPresent()) {
                problems.add(problem.get());
                return Map.of();
            }
        }
        return balance.entries;
    }

    private Optional<Problem> enter(StepMethod step) {
        List<String> from = graph.previous(step.name());
        if (step.join()) {
            return join(step, from);
        }
        Set<List<Branch>> ways = new LinkedHashSet<>();
        from.forEach(f -> ways.add(leaving(f, step.name())));
        if (ways.size() > 1) {
            return Optional.of(Problem.of(
                    "the branches " + String.join(", ", from) + " meet in a step that takes no inputs",
                    step.where(),
                    "Let it take one argument: Inputs<"
                            + step.method().getDeclaringClass().getSimpleName() + "> inputs."));
        }
        List<Branch> branches = ways.isEmpty() ? List.of() : ways.iterator().next();
        if (step.name().equals(FlowGraph.END) && !branches.isEmpty()) {
            return Optional.of(Problem.of(
                    "the branches of \"" + last(branches).opener() + "\" reach \"end\" without having been joined",
                    step.where(),
                    "Lead all of them into one step that takes Inputs, and that step to \"end\"."));
        }
        open.put(step.name(), branches);
        entries.put(step.name(), new Entry(from, Optional.empty()));
        return Optional.empty();
    }

    private Optional<Problem> join(StepMethod step, List<String> from) {
        Map<String, List<Branch>> ways = new LinkedHashMap<>();
        from.forEach(f -> ways.put(f, leaving(f, step.name())));
        if (from.isEmpty() || ways.values().stream().anyMatch(List::isEmpty)) {
            return Optional.of(Problem.of(
                    "the step takes Inputs, but nothing was split before it", step.where(), "Remove the argument."));
        }
        if (ways.values().stream().map(w -> last(w).opener()).distinct().count() > 1
                || ways.values().stream().map(BranchBalance::outer).distinct().count() > 1) {
            return Optional.of(Problem.of(
                    "the join brings together steps of different splits: " + String.join(", ", from),
                    step.where(),
                    "Join the inner branches first."));
        }
        String opener = last(ways.values().iterator().next()).opener();
        if (ways.containsKey(opener)) {
            return Optional.of(Problem.of(
                    "\"" + opener + "\" splits and leads straight into the join",
                    step.where(),
                    "Put a step between the split and the join."));
        }
        if (ways.values().stream().map(w -> last(w).index()).distinct().count() < ways.size()) {
            return Optional.of(Problem.of(
                    "several ways of one branch lead into the join: " + String.join(", ", from),
                    step.where(),
                    "Let the ways of a switch meet in a step of their branch before it is joined."));
        }
        int branches = graph.step(opener).isForeach() ? 1 : graph.next(opener).size();
        if (branches != ways.size()) {
            return Optional.of(Problem.of(
                    "\"" + opener + "\" splits into " + branches + " branches, but " + ways.size()
                            + " of them join here: " + String.join(", ", from),
                    step.where(),
                    "Lead every branch into this join."));
        }
        List<String> ordered = new ArrayList<>(from);
        ordered.sort(Comparator.comparing(f -> last(ways.get(f)).index()));
        open.put(step.name(), outer(ways.get(ordered.get(0))));
        entries.put(step.name(), new Entry(ordered, Optional.of(opener)));
        return Optional.empty();
    }

    /** The branches open on the way from a step to one of its targets. */
    private List<Branch> leaving(String step, String target) {
        List<Branch> branches = new ArrayList<>(open.get(step));
        StepMethod from = graph.step(step);
        if (from.isForeach() || from.isSplit()) {
            branches.add(new Branch(step, graph.next(step).indexOf(target)));
        }
        return branches;
    }

    private static Branch last(List<Branch> branches) {
        return branches.get(branches.size() - 1);
    }

    private static List<Branch> outer(List<Branch> branches) {
        return branches.subList(0, branches.size() - 1);
    }
}
