package io.flowsweep.cli;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.Secrets;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.FlowPlan.StepPlan;
import io.flowsweep.plan.SettingsTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/** {@code flowsweep flow show} and {@code flow check}. */
final class FlowPlanVerb {

    private final FlowInput input;
    private final PrintWriter out;

    FlowPlanVerb(FlowInput input) {
        this.input = input;
        this.out = input.spec.commandLine().getOut();
    }

    int check() {
        FlowPlan plan = FlowArguments.runner(input).plan();
        warn(plan);
        out.println(plan.flow() + ": " + Texts.count(plan.steps().size(), "step") + ", everything is right.");
        return ExitCodes.SUCCESS;
    }

    /** @param places whether to show nothing but the configs and parameters, each value with its place */
    int show(boolean places) {
        FlowPlan plan = FlowArguments.runner(input).plan();
        if (places) {
            SettingsTable.of(plan, List.of()).forEach(out::println);
            warn(plan);
            return ExitCodes.SUCCESS;
        }
        out.println(plan.flow());
        section("steps", plan.steps(), FlowPlanVerb::step);
        section("artifacts", plan.artifacts(), a -> a.name() + ": " + a.type());
        section(
                "configs",
                plan.configs(),
                c -> c.name()
                        + (c.isGiven()
                                ? " = " + Json.write(Secrets.masked(c.value())) + "  (" + c.source() + ")"
                                : " is not given"));
        section(
                "parameters",
                plan.parameters(),
                p -> p.name() + ": " + p.type()
                        + p.value()
                                .map(v -> " = " + Json.write(Secrets.masked(p.name(), v)))
                                .orElse("")
                        + (p.help().isEmpty() ? "" : "  (" + p.help() + ")"));
        warn(plan);
        return ExitCodes.SUCCESS;
    }

    private static String step(StepPlan step) {
        return step.name()
                + (step.join() ? " (join)" : "")
                + (step.next().isEmpty() ? "" : " → " + String.join(", ", step.next()));
    }

    private <T> void section(String title, List<T> items, Function<T, String> text) {
        if (!items.isEmpty()) {
            out.println("\n" + title);
            items.forEach(item -> out.println("  " + text.apply(item)));
        }
    }

    private void warn(FlowPlan plan) {
        plan.warnings().forEach(warning -> input.spec.commandLine().getErr().println("warning: " + warning));
    }
}
