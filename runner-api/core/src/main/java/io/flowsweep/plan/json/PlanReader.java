package io.flowsweep.plan.json;

import io.flowsweep.codec.JsonObject;
import io.flowsweep.plan.ArtifactPlan;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.ChoicePlan;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.CommandPlan.GracePlan;
import io.flowsweep.plan.CommandPlan.ReadPlan;
import io.flowsweep.plan.CommandPlan.WorkPlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.plan.RulesPlan;
import io.flowsweep.plan.StepPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a plan from its JSON as {@link io.flowsweep.codec.ValueCodec} does; why by hand, see {@link JsonObject}. */
public final class PlanReader {

    private PlanReader() {}

    /** @throws io.flowsweep.codec.CodecException when it is none */
    public static FlowPlan plan(JsonObject json) {
        return new FlowPlan(
                json.text("flow"),
                json.text("flowClass"),
                json.optionalText("sourceDirectory"),
                json.text("digest"),
                json.texts("classPath"),
                steps(json.objects("steps")),
                artifacts(json.objects("artifacts")),
                configs(json.objects("configs")),
                parameters(json.objects("parameters")),
                resources(json.object("resources")),
                json.optionalText("project"),
                json.texts("warnings"),
                dependencies(json.optionalObject("dependencies")),
                command(json.optionalObject("command")),
                automation(json.optionalObject("automation")));
    }

    private static Optional<AutomationPlan> automation(Optional<JsonObject> json) {
        return json.isEmpty() ? Optional.empty() : Optional.of(AutomationReader.automation(json.get()));
    }

    private static Optional<CommandPlan> command(Optional<JsonObject> json) {
        if (json.isEmpty()) {
            return Optional.empty();
        }
        JsonObject command = json.get();
        JsonObject work = command.object("work");
        JsonObject graces = command.object("graces");
        JsonObject reads = command.object("reads");
        return Optional.of(new CommandPlan(
                command.text("kind"),
                command.texts("argv"),
                command.textsByName("environment"),
                new WorkPlan(
                        WorkPolicy.valueOf(work.text("policy")), work.text("directory"), work.optionalText("inputs")),
                new GracePlan(graces.duration("interrupt"), graces.duration("terminate")),
                command.optionalText("task"),
                new ReadPlan(reads.textsByName("patterns"), reads.textsByName("columns")),
                command.values("settings")));
    }

    private static List<StepPlan> steps(List<JsonObject> all) {
        List<StepPlan> steps = new ArrayList<>();
        for (JsonObject json : all) {
            steps.add(new StepPlan(
                    json.text("name"),
                    json.flag("join"),
                    json.texts("next"),
                    json.texts("previous"),
                    json.optionalText("fork"),
                    json.optionalText("foreach"),
                    choice(json.optionalObject("choice")),
                    rules(json.object("rules"))));
        }
        return List.copyOf(steps);
    }

    private static Optional<ChoicePlan> choice(Optional<JsonObject> json) {
        return json.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ChoicePlan(json.get().text("condition"), json.get().textsByName("cases")));
    }

    private static RulesPlan rules(JsonObject json) {
        return new RulesPlan(
                json.integer("retries"),
                json.duration("retryDelay"),
                json.decimal("backoff"),
                json.optionalDuration("timeout"),
                json.flag("caught"),
                json.optionalText("catchArtifact"),
                json.textsByName("environment"),
                dependencies(json.optionalObject("dependencies")));
    }

    private static List<ArtifactPlan> artifacts(List<JsonObject> all) {
        List<ArtifactPlan> artifacts = new ArrayList<>();
        for (JsonObject json : all) {
            artifacts.add(new ArtifactPlan(json.text("name"), json.text("type"), json.text("codec")));
        }
        return List.copyOf(artifacts);
    }

    private static List<ConfigPlan> configs(List<JsonObject> all) {
        List<ConfigPlan> configs = new ArrayList<>();
        for (JsonObject json : all) {
            configs.add(new ConfigPlan(
                    json.text("name"),
                    json.text("field"),
                    json.values("value"),
                    json.text("source"),
                    json.textsByName("places"),
                    json.optionalText("text")));
        }
        return List.copyOf(configs);
    }

    private static List<ParameterPlan> parameters(List<JsonObject> all) {
        List<ParameterPlan> parameters = new ArrayList<>();
        for (JsonObject json : all) {
            parameters.add(new ParameterPlan(
                    json.text("name"), json.text("type"), json.optionalValue("value"), json.text("help")));
        }
        return List.copyOf(parameters);
    }

    private static ResourcePlan resources(JsonObject json) {
        return new ResourcePlan(
                json.integer("cpu"),
                json.optionalNumber("memoryBytes"),
                json.integer("gpu"),
                json.integersByName("pools"));
    }

    private static Optional<DependencyPlan> dependencies(Optional<JsonObject> asked) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        JsonObject json = asked.get();
        List<LockedJar> lock = new ArrayList<>();
        for (JsonObject jar : json.objects("lock")) {
            lock.add(new LockedJar(
                    jar.text("name"),
                    jar.text("sha256"),
                    jar.number("bytes"),
                    jar.text("repository"),
                    jar.text("location")));
        }
        return Optional.of(new DependencyPlan(
                json.texts("packages"),
                json.texts("exclusions"),
                json.texts("repositories"),
                json.texts("jars"),
                List.copyOf(lock)));
    }
}
