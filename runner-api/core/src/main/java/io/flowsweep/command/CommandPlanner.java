package io.flowsweep.command;

import io.flowsweep.client.Run;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.CommandPlan.ReadPlan;
import io.flowsweep.plan.CommandPlan.WorkPlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.planner.EnvironmentInputs;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.planner.config.GivenConfigs;
import io.flowsweep.source.FlowInputs;
import io.flowsweep.source.SourceRequest;
import io.flowsweep.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Makes plans of a command. Thread-safe. */
final class CommandPlanner {

    /** The only step. */
    static final String STEP = "start";

    /** The only task of it. */
    static final String TASK = STEP + "-1";

    private static final int MOST_FOUND = 100;

    private final CommandSpec spec;
    private final String name;
    private final CommandInputs inputs;
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final Set<List<Object>> found = ConcurrentHashMap.newKeySet();

    CommandPlanner(CommandSpec spec, CommandInputs inputs) {
        this.spec = spec;
        this.name = spec.name().isEmpty() ? named(spec) : spec.name();
        this.inputs = inputs;
    }

    CommandInputs inputs() {
        return inputs;
    }

    private static String named(CommandSpec spec) {
        return CommandWords.name(
                spec.shell() ? List.of(spec.argv().get(0).strip().split("\\s+")) : spec.argv());
    }

    String name() {
        return name;
    }

    FlowPlan plan(SourceRequest request) {
        FlowInputs told = request.inputs();
        EnvironmentInputs environment = new EnvironmentInputs(told.environment());
        TreeSet<String> configNames = new TreeSet<>(told.configs().keySet());
        configNames.add("config");
        Map<String, ConfigSource> sources = environment.configs(List.copyOf(configNames), told.configs());
        Map<String, Object> parameters = environment.parameters(List.of(), told.parameters());
        return plan(
                GivenConfigs.read(sources, Path.of(spec.directory())),
                parameters,
                told.names(),
                request.store(),
                given(request));
    }

    private static Programs.Given given(SourceRequest request) {
        return new Programs.Given(
                request.python().isPresent(),
                Optional.ofNullable(request.variables().get("PATH")));
    }

    FlowPlan resume(Run origin, Origin from, SourceRequest request) {
        FlowPlan plan = plan(
                origin.plan().configs(),
                origin.parameters(),
                request.inputs().names(),
                request.store(),
                given(request));
        if (plan.digest().equals(origin.plan().digest())) {
            return plan;
        }
        List<String> warnings = new ArrayList<>(plan.warnings());
        warnings.add("the command " + name() + " or its inputs have changed since the run " + origin.id());
        return plan.withWarnings(warnings);
    }

    /** A plan that was kept, with the command line that other values of parameters give. */
    FlowPlan bound(FlowPlan kept, Map<String, ?> parameters, Store store) {
        Map<String, Object> values = new TreeMap<>();
        kept.parameters().forEach(p -> p.value().ifPresent(value -> values.put(p.name(), value)));
        values.putAll(PlainValues.canonicalMap(parameters));
        FlowPlan bound = plan(kept.configs(), values, Map.of(), store, Programs.Given.NOTHING);
        CommandPlan command = bound.command()
                .orElseThrow()
                .reading(kept.command().orElseThrow().reads());
        return kept.withCommand(command).withParameters(bound.parameters());
    }

    /**
     * @param names what {@code ${…}} finds besides configs and parameters
     */
    private FlowPlan plan(
            List<ConfigPlan> configs,
            Map<String, ?> parameters,
            Map<String, Object> names,
            Store store,
            Programs.Given given) {
        Map<String, Object> values = new TreeMap<>();
        configs.forEach(config -> values.put(config.name(), config.content()));
        Map<String, Object> params = PlainValues.canonicalMap(parameters);
        CommandTexts texts = new CommandTexts(spec, names, values, params);
        List<String> argv = texts.argv();
        Map<String, String> environment = texts.environment();
        if (!inputs.areKept()) {
            check(argv, environment, given);
        }
        String address = inputs.frozen(store);
        CommandPlan command = new CommandPlan(
                CommandFlow.KIND,
                argv,
                environment,
                new WorkPlan(
                        spec.work(),
                        inputs.workDirectory(),
                        spec.work() == WorkPolicy.SHARE ? Optional.empty() : Optional.of(address)),
                spec.graces(),
                Optional.of(TASK),
                ReadPlan.NOTHING,
                settings());
        return FlowPlan.of(name())
                .sourceDirectory(Optional.of(spec.directory()))
                .digest(digests.computeIfAbsent(address, spec::digest))
                .steps(List.of(StepPlan.of(STEP, List.of(), List.of())))
                .configs(configs)
                .parameters(parameters(params))
                .warnings(inputs.warnings(store))
                .command(Optional.of(command))
                .build();
    }

    /** What the run's {@link CommandTask} needs to know. */
    private Map<String, Object> settings() {
        Map<String, Object> settings = new TreeMap<>(Map.of("yaml", spec.yaml(), "artifacts", spec.artifacts()));
        spec.together().ifPresent(together -> settings.put(CommandTask.TOGETHER, together));
        return settings;
    }

    /** See {@link CommandFlow#check}. */
    void check(Programs.Given given) {
        boolean open = spec.environment().getOrDefault("PATH", "").contains("${");
        if (!open) {
            programs(spec.environment(), given).check(spec.argv(), spec.shell());
        }
    }

    private Programs programs(Map<String, String> environment, Programs.Given given) {
        return Programs.of(spec, given.path().or(() -> Optional.ofNullable(environment.get("PATH"))), given.python());
    }

    /** What has been found once is not looked for again for each variant. */
    private void check(List<String> argv, Map<String, String> environment, Programs.Given given) {
        List<String> words = spec.shell() ? List.of(argv.get(argv.size() - 1)) : argv;
        List<Object> question =
                List.of(Programs.looksAt(words, spec.shell()), environment.getOrDefault("PATH", ""), given);
        if (found.contains(question)) {
            return;
        }
        programs(environment, given).check(words, spec.shell());
        if (found.size() < MOST_FOUND) {
            found.add(question);
        }
    }

    private static List<ParameterPlan> parameters(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(p -> new ParameterPlan(
                        p.getKey(), PlainValues.kind(p.getValue()), Optional.ofNullable(p.getValue()), ""))
                .toList();
    }
}
