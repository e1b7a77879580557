package io.flowsweep.cli.graph;

import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.StepPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The graph of a flow as an outline: a step a line; the branches of a split, a foreach and a switch are indented below it, and
 * what follows where they meet again stands at its own level.
 *
 * <pre>
 * start
 * ├─ fast  retry 2×
 * └─ slow
 * choose   join of start
 * end
 * </pre>
 */
public final class FlowGraphText {

    private final FlowPlan plan;
    private final Map<String, Set<String>> always;
    private final List<String> lines = new ArrayList<>();

    private FlowGraphText(FlowPlan plan) {
        this.plan = plan;
        this.always = alwaysAfter(plan);
    }

    /** One line for each step, and one for each way out of a switch that adds none. */
    public static List<String> of(FlowPlan plan) {
        FlowGraphText text = new FlowGraphText(plan);
        text.chain("start", "", "", "", "");
        return text.lines;
    }

    /** A step and what follows it, up to a step that is shown elsewhere. */
    private void chain(String first, String until, String label, String lead, String indent) {
        String name = first;
        String before = lead + label;
        while (!name.equals(until) && !name.isEmpty()) {
            StepPlan step = plan.step(name);
            lines.add(before + line(step));
            before = indent;
            String meeting = meeting(step);
            if (isFork(step)) {
                fork(step, meeting, indent);
            }
            name = isFork(step) || !step.next().isEmpty() ? meeting : "";
        }
    }

    private void fork(StepPlan step, String meeting, String indent) {
        List<String[]> ways = new ArrayList<>();
        if (step.choice().isPresent()) {
            step.choice().get().cases().forEach((value, next) -> ways.add(new String[] {value + " → ", next}));
        } else {
            step.next().forEach(next -> ways.add(new String[] {step.foreach().isPresent() ? "each: " : "", next}));
        }
        for (int i = 0; i < ways.size(); i++) {
            boolean last = i == ways.size() - 1;
            String lead = indent + (last ? "└─ " : "├─ ");
            String label = ways.get(i)[0];
            String next = ways.get(i)[1];
            if (next.equals(step.name())) {
                lines.add(lead + label + "↻ " + next + " again");
            } else if (next.equals(meeting)) {
                lines.add(lead + label + "on to " + next);
            } else {
                chain(next, meeting, label, lead, indent + (last ? "   " : "│  "));
            }
        }
    }

    private static String line(StepPlan step) {
        List<String> notes = new ArrayList<>();
        step.foreach().ifPresent(list -> notes.add("foreach over " + list));
        step.choice().ifPresent(choice -> notes.add("switch on " + choice.condition()));
        step.fork().ifPresent(fork -> notes.add("join of " + fork));
        notes.addAll(Decorators.of(step.rules()));
        return notes.isEmpty() ? step.name() : step.name() + "  (" + String.join(", ", notes) + ")";
    }

    private static boolean isFork(StepPlan step) {
        return step.next().size() > 1
                || step.foreach().isPresent()
                || step.choice().isPresent();
    }

    /** The join of its branches, or the first step that every way from this one leads through; empty for the end. */
    private String meeting(StepPlan step) {
        Set<String> later = always.get(step.name());
        boolean branches = step.splits() || step.foreach().isPresent();
        return plan.steps().stream()
                .filter(s -> !branches || s.fork().equals(Optional.of(step.name())))
                .map(StepPlan::name)
                .filter(name -> later.contains(name) && !name.equals(step.name()))
                .findFirst()
                .orElse("");
    }

    /** For each step, itself and the steps that every way from it leads through. */
    private static Map<String, Set<String>> alwaysAfter(FlowPlan plan) {
        Map<String, Set<String>> after = new HashMap<>();
        for (int i = plan.steps().size() - 1; i >= 0; i--) {
            StepPlan step = plan.steps().get(i);
            Set<String> common = null;
            for (String next : step.next()) {
                if (next.equals(step.name())) {
                    continue;
                }
                if (common == null) {
                    common = new LinkedHashSet<>(after.get(next));
                } else {
                    common.retainAll(after.get(next));
                }
            }
            Set<String> all = common == null ? new LinkedHashSet<>() : common;
            all.add(step.name());
            after.put(step.name(), all);
        }
        return after;
    }
}
