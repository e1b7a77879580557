package io.flowsweep.planner.step;

import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.planner.definition.FlowDefinition;
import io.flowsweep.planner.definition.FlowDefinition.StepMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The graph that a flow's steps form: every step reachable, leading somewhere that exists, and in no circle but a switch's
 * own. Whether splits and joins match is for {@link BranchBalance} to say.
 */
final class FlowGraph {

    static final String START = "start";
    static final String END = "end";

    private final Map<String, StepMethod> steps;
    private final Map<String, List<String>> previous = new LinkedHashMap<>();

    private FlowGraph(Map<String, StepMethod> steps) {
        this.steps = steps;
    }

    /** The graph of a flow; empty when it has none, and the reasons have been added to the problems. */
    static Optional<FlowGraph> of(FlowDefinition flow, List<Problem> problems) {
        FlowGraph graph = new FlowGraph(flow.steps());
        int before = problems.size();
        graph.checkEnds(flow.name(), problems);
        graph.checkTargets(problems);
        if (problems.size() == before) {
            graph.connect();
            graph.findCircle(problems);
        }
        if (problems.size() == before) {
            graph.checkReachable(problems);
        }
        return problems.size() == before ? Optional.of(graph) : Optional.empty();
    }

    StepMethod step(String name) {
        return steps.get(name);
    }

    /** Where a step leads, itself left out. */
    List<String> next(String name) {
        return steps.get(name).targets().stream().filter(t -> !t.equals(name)).toList();
    }

    /** The steps that lead to a step, itself left out, sorted. */
    List<String> previous(String name) {
        return previous.get(name);
    }

    /** Each step behind all that lead to it; what a step leads to comes in the order in which it names them. */
    List<String> order() {
        List<String> order = new ArrayList<>();
        Map<String, Integer> waiting = new LinkedHashMap<>();
        previous.forEach((name, from) -> waiting.put(name, from.size()));
        Deque<String> ready = new ArrayDeque<>(List.of(START));
        while (!ready.isEmpty()) {
            String name = ready.pop();
            order.add(name);
            List<String> next = next(name);
            for (int i = next.size() - 1; i >= 0; i--) {
                if (waiting.merge(next.get(i), -1, Integer::sum) == 0) {
                    ready.push(next.get(i));
                }
            }
        }
        return order;
    }

    private void checkEnds(String flow, List<Problem> problems) {
        for (String name : List.of(START, END)) {
            if (!steps.containsKey(name)) {
                problems.add(Problem.of(
                        "the flow has no step named \"" + name + "\"",
                        flow,
                        "Add @Step" + (name.equals(START) ? "(next = …)" : "") + " void " + name + "()."));
            }
        }
        for (StepMethod step : steps.values()) {
            boolean end = step.name().equals(END);
            if (end && !step.targets().isEmpty()) {
                problems.add(Problem.of("the step \"end\" is followed by another", step.where(), "Remove next."));
            }
            if (!end && step.targets().isEmpty()) {
                problems.add(Problem.of(
                        "the step says no next", step.where(), "Write @Step(next = \"…\"); only \"end\" has none."));
            }
        }
    }

    private void checkTargets(List<Problem> problems) {
        for (StepMethod step : steps.values()) {
            for (String target : step.targets()) {
                if (!steps.containsKey(target)) {
                    problems.add(Problem.of(
                            "next names the unknown step \"" + target + "\"",
                            step.where(),
                            Suggestions.didYouMean(target, steps.keySet())));
                } else if (target.equals(START) && !step.name().equals(START)) {
                    problems.add(Problem.of(
                            "next names \"start\", which nothing may precede", step.where(), "Name another step."));
                } else if (target.equals(step.name()) && !step.isChoice()) {
                    problems.add(Problem.of(
                            "the step leads to itself",
                            step.where(),
                            "Only a switch may: give it a condition, and a case that leads on."));
                }
            }
            if (new LinkedHashSet<>(List.of(step.step().next())).size()
                    < step.step().next().length) {
                problems.add(Problem.of("next names a step twice", step.where(), "Give each branch its own step."));
            }
        }
    }

    private void connect() {
        steps.keySet().forEach(name -> previous.put(name, new ArrayList<>()));
        steps.keySet()
                .forEach(name ->
                        next(name).forEach(target -> previous.get(target).add(name)));
    }

    private void findCircle(List<Problem> problems) {
        Set<String> finished = new LinkedHashSet<>();
        for (String name : steps.keySet()) {
            Optional<List<String>> circle = follow(name, new ArrayDeque<>(), finished);
            if (circle.isPresent()) {
                List<String> loop = circle.get();
                problems.add(Problem.of(
                        "the steps go in a circle: " + String.join(" → ", loop) + " → " + loop.get(0),
                        steps.get(loop.get(loop.size() - 1)).where(),
                        "Let next of one of them lead towards \"end\"."));
                return;
            }
        }
    }

    private Optional<List<String>> follow(String name, Deque<String> path, Set<String> finished) {
        if (finished.contains(name)) {
            return Optional.empty();
        }
        if (path.contains(name)) {
            List<String> loop = new ArrayList<>(path);
            return Optional.of(loop.subList(loop.indexOf(name), loop.size()));
        }
        path.addLast(name);
        for (String target : next(name)) {
            Optional<List<String>> circle = follow(target, path, finished);
            if (circle.isPresent()) {
                return circle;
            }
        }
        path.removeLast();
        finished.add(name);
        return Optional.empty();
    }

    private void checkReachable(List<Problem> problems) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(START));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (reached.add(name)) {
                open.addAll(next(name));
            }
        }
        for (StepMethod step : steps.values()) {
            if (!reached.contains(step.name())) {
                problems.add(Problem.of(
                        "no step leads to \"" + step.name() + "\"",
                        step.where(),
                        "Name it in the next of another step, or remove it."));
            }
        }
    }
}
