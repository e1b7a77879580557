package io.flowsweep.plan.json;

import io.flowsweep.codec.ValueCodec;
import io.flowsweep.plan.ArtifactPlan;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.ChoicePlan;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.plan.RulesPlan;
import io.flowsweep.plan.StepPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plain form of a plan, as {@link ValueCodec} gives it. By hand, because each run has one, and to call the accessors of its
 * records by reflection takes a JVM that has just started longer than all else that it does with it. What few plans have is
 * left to the codec.
 */
public final class PlanWriter {

    private PlanWriter() {}

    public static Map<String, Object> plan(FlowPlan plan) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("flow", plan.flow());
        map.put("flowClass", plan.flowClass());
        plan.sourceDirectory().ifPresent(folder -> map.put("sourceDirectory", folder));
        map.put("digest", plan.digest());
        map.put("classPath", plan.classPath());
        map.put("steps", steps(plan.steps()));
        map.put("artifacts", artifacts(plan.artifacts()));
        map.put("configs", configs(plan.configs()));
        map.put("parameters", parameters(plan.parameters()));
        map.put("resources", resources(plan.resources()));
        plan.project().ifPresent(project -> map.put("project", project));
        map.put("warnings", plan.warnings());
        plan.dependencies().ifPresent(own -> map.put("dependencies", ValueCodec.encode(DependencyPlan.class, own)));
        plan.command().ifPresent(command -> map.put("command", command(command)));
        plan.automation().ifPresent(own -> map.put("automation", ValueCodec.encode(AutomationPlan.class, own)));
        return map;
    }

    private static List<Object> steps(List<StepPlan> steps) {
        List<Object> list = new ArrayList<>(steps.size());
        for (StepPlan step : steps) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", step.name());
            map.put("join", step.join());
            map.put("next", step.next());
            map.put("previous", step.previous());
            step.fork().ifPresent(fork -> map.put("fork", fork));
            step.foreach().ifPresent(foreach -> map.put("foreach", foreach));
            step.choice().ifPresent(choice -> map.put("choice", ValueCodec.encode(ChoicePlan.class, choice)));
            map.put("rules", rules(step.rules()));
            list.add(map);
        }
        return list;
    }

    private static Map<String, Object> rules(RulesPlan rules) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("retries", rules.retries());
        map.put("retryDelay", rules.retryDelay().toString());
        map.put("backoff", rules.backoff());
        rules.timeout().ifPresent(timeout -> map.put("timeout", timeout.toString()));
        map.put("caught", rules.caught());
        rules.catchArtifact().ifPresent(artifact -> map.put("catchArtifact", artifact));
        map.put("environment", rules.environment());
        rules.dependencies().ifPresent(own -> map.put("dependencies", ValueCodec.encode(DependencyPlan.class, own)));
        return map;
    }

    private static List<Object> artifacts(List<ArtifactPlan> artifacts) {
        List<Object> list = new ArrayList<>(artifacts.size());
        for (ArtifactPlan artifact : artifacts) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", artifact.name());
            map.put("type", artifact.type());
            map.put("codec", artifact.codec());
            list.add(map);
        }
        return list;
    }

    private static List<Object> configs(List<ConfigPlan> configs) {
        List<Object> list = new ArrayList<>(configs.size());
        for (ConfigPlan config : configs) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", config.name());
            map.put("field", config.field());
            map.put("value", ValueCodec.encode(Object.class, config.value()));
            map.put("source", config.source());
            map.put("places", config.places());
            config.text().ifPresent(text -> map.put("text", text));
            list.add(map);
        }
        return list;
    }

    private static List<Object> parameters(List<ParameterPlan> parameters) {
        List<Object> list = new ArrayList<>(parameters.size());
        for (ParameterPlan parameter : parameters) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", parameter.name());
            map.put("type", parameter.type());
            parameter.value().ifPresent(value -> map.put("value", ValueCodec.encode(Object.class, value)));
            map.put("help", parameter.help());
            list.add(map);
        }
        return list;
    }

    private static Map<String, Object> command(CommandPlan command) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", command.kind());
        map.put("argv", command.argv());
        map.put("environment", command.environment());
        map.put("work", work(command.work()));
        map.put("graces", graces(command.graces()));
        command.task().ifPresent(task -> map.put("task", task));
        map.put("reads", reads(command.reads()));
        map.put("settings", ValueCodec.encode(Object.class, command.settings()));
        return map;
    }

    private static Map<String, Object> work(CommandPlan.WorkPlan work) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("policy", work.policy().name());
        map.put("directory", work.directory());
        work.inputs().ifPresent(inputs -> map.put("inputs", inputs));
        return map;
    }

    private static Map<String, Object> graces(CommandPlan.GracePlan graces) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("interrupt", graces.interrupt().toString());
        map.put("terminate", graces.terminate().toString());
        return map;
    }

    private static Map<String, Object> reads(CommandPlan.ReadPlan reads) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("patterns", reads.patterns());
        map.put("columns", reads.columns());
        return map;
    }

    private static Map<String, Object> resources(ResourcePlan resources) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cpu", resources.cpu());
        resources.memoryBytes().ifPresent(bytes -> map.put("memoryBytes", bytes));
        map.put("gpu", resources.gpu());
        map.put("pools", resources.pools());
        return map;
    }
}
