package io.flowsweep.cli.flow;

import io.flowsweep.cli.deployment.DeploymentText;
import io.flowsweep.cli.graph.FlowDrawing;
import io.flowsweep.cli.graph.FlowGraphText;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.OutputFile;
import io.flowsweep.cli.output.PlanJson;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.Secrets;
import io.flowsweep.flow.MemorySize;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.plan.SettingsTable;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
        if (input.json) {
            printJson(plan);
            return ExitCodes.SUCCESS;
        }
        warn(plan);
        out.println(plan.flow() + ": " + Texts.count(plan.steps().size(), "step") + ", everything is right.");
        return ExitCodes.SUCCESS;
    }

    /** Each configured value with its place, and nothing else. */
    int showSettings() {
        FlowPlan plan = FlowArguments.runner(input).plan();
        if (input.json) {
            printJson(plan);
            return ExitCodes.SUCCESS;
        }
        SettingsTable.of(plan, List.of()).forEach(out::println);
        warn(plan);
        return ExitCodes.SUCCESS;
    }

    /** @param svg where to draw the graph besides */
    int show(Optional<Path> svg, Optional<Path> png) {
        FlowPlan plan = FlowArguments.runner(input).plan();
        svg.ifPresent(file -> OutputFile.write(file, FlowDrawing.svg(plan).getBytes(StandardCharsets.UTF_8)));
        png.ifPresent(file -> OutputFile.write(file, FlowDrawing.png(plan)));
        if (input.json) {
            printJson(plan);
            return ExitCodes.SUCCESS;
        }
        out.println(plan.flow());
        section("steps", FlowGraphText.of(plan), line -> line);
        section("resources", resources(plan.resources()), line -> line);
        section("once deployed, started by", DeploymentText.starts(plan), line -> line);
        section("artifacts", plan.artifacts(), a -> a.name() + ": " + a.type());
        section(
                "configs",
                plan.configs(),
                c -> c.name()
                        + (c.isGiven()
                                ? " = " + Json.write(Secrets.masked(c.name(), c.content())) + "  (" + c.source() + ")"
                                : " is not given"));
        section(
                "parameters",
                plan.parameters(),
                p -> p.name()
                        + (p.type().isEmpty() ? "" : ": " + p.type())
                        + p.value()
                                .map(v -> " = " + Json.write(Secrets.masked(p.name(), v)))
                                .orElse("")
                        + (p.help().isEmpty() ? "" : "  (" + p.help() + ")"));
        warn(plan);
        Stream.concat(svg.stream(), png.stream())
                .forEach(file -> out.println("\n" + Texts.path(file.toAbsolutePath())));
        return ExitCodes.SUCCESS;
    }

    /** What the flow asks for; nothing when it leaves that to the machine. */
    private static List<String> resources(ResourcePlan resources) {
        List<String> lines = new ArrayList<>();
        if (!resources.equals(ResourcePlan.LEAST)) {
            lines.add("cpu = " + resources.cpu());
            resources.memoryBytes().ifPresent(bytes -> lines.add("memory = " + new MemorySize(bytes)));
            if (resources.gpu() > 0) {
                lines.add("gpu = " + resources.gpu());
            }
            resources.pools().forEach((pool, units) -> lines.add("pools." + pool + " = " + units));
        }
        return lines;
    }

    private void printJson(FlowPlan plan) {
        out.println(Json.write(PlanJson.of(plan)));
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
