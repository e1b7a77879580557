package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.sweep.file.axis.SpaceContext;
import io.flowsweep.sweep.file.axis.VariationReader;
import io.flowsweep.sweep.file.base.BaseConfig;
import io.flowsweep.sweep.file.base.BaseValues;
import io.flowsweep.sweep.file.base.BlocksReader;
import io.flowsweep.sweep.file.base.RunReader;
import io.flowsweep.sweep.file.base.SweepKeys;
import io.flowsweep.sweep.file.base.VariantTexts;
import io.flowsweep.sweep.file.edit.Overriding;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.file.text.FileNames;
import io.flowsweep.sweep.file.text.FileParts;
import io.flowsweep.sweep.file.text.ProblemList;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Repeats;
import io.flowsweep.sweep.space.Variation;
import io.flowsweep.sweep.spec.ChartRequest;
import io.flowsweep.sweep.spec.DeployPolicy;
import io.flowsweep.sweep.spec.FlowInCode;
import io.flowsweep.sweep.spec.MetricSpec;
import io.flowsweep.sweep.spec.RunPolicy;
import io.flowsweep.sweep.spec.Setting;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.spec.SweepText;
import io.flowsweep.sweep.spec.VariantBlocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one sweep file, part by part, and gathers all that is wrong. */
final class SweepFileReader {

    private static final Set<String> LATER = Set.of("search", "report", "compare");

    private final Path file;
    private final FileNames names;
    private final Optional<SweepText> text;
    private final ConfigDocument document;
    private final Overriding overriding;
    private final ProblemList problems = new ProblemList();

    /** @param text of a sweep that was made in code */
    SweepFileReader(Path file, Path root, Optional<SweepText> text, ConfigDocument document, Overriding overriding) {
        this.file = file;
        this.names = new FileNames(
                file, root, document.files(), text.flatMap(SweepText::flow).map(FlowInCode::path));
        this.text = text;
        this.document = overriding.file(document);
        this.overriding = overriding;
    }

    SweepSpec read() {
        FileParts machine =
                new FileParts(document, SourcePlaces.of(file), Map.of("machine", MachineNames.names()), problems);
        machine.top().allow(SweepKeys.ALL, LATER, SweepKeys.ELSEWHERE);
        FileParts let = machine.with("let", let(machine));
        String name = name(let);
        FileParts parts = let.with("sweep", Map.of("name", name));

        ConfigDocument scope = parts.namesDocument();
        Map<String, Optional<ConfigDocument>> written = new ConfigsReader(parts, names).read();
        Map<String, ConfigDocument> configs = overriding.configs(present(written), scope, problems);
        Map<String, BaseConfig> bases = new LinkedHashMap<>();
        written.forEach((root, none) -> bases.put(root, BaseConfig.of(Optional.empty(), scope)));
        configs.forEach((root, config) -> bases.put(root, BaseConfig.of(Optional.of(config), scope)));
        BaseValues bare = new BaseValues(bases, Map.of());
        BaseValues given = bare.withParams(new VariantTexts(parts, bare, List.of()).params());
        SpaceContext context = new SpaceContext(parts, given, names);
        Variation read = new VariationReader(parts, context).read();
        Variation variation = overriding.variation(read, context);
        List<Axis> axes = variation.space().axes();
        BaseValues base = context.base();
        Map<String, ConfigDocument> documents = new LinkedHashMap<>();
        base.configs().forEach((root, config) -> {
            if (config.resolved().isEmpty()) {
                // Only now: a group may have given it what it refers to.
                config.document().ifPresent(c -> problems.attempt(() -> c.resolve(scope)));
            }
            config.document().ifPresent(c -> documents.put(root, c));
        });
        VariantTexts texts = new VariantTexts(parts, base, axes);
        VariantBlocks blocks = new BlocksReader(texts, parts.context()).read(parts.top(), names);
        MetricsReader metricsReader = new MetricsReader(parts.context());
        List<MetricSpec> metrics = parts.object("metrics")
                .map(object -> metricsReader.read(object, axes))
                .orElse(List.of());
        Optional<String> objective = objective(parts);
        objective.ifPresent(metric -> metricsReader.checkObjective(metric, metrics, parts.where("objective")));
        Map<String, Object> baseline = parts.object("baseline")
                .map(object -> new BaselineReader(parts.context()).read(object, axes))
                .orElse(Map.of());
        Columns columns = new Columns(axes, metrics, base, problems);
        List<ChartRequest> charts = parts.part("charts")
                .map(value -> new ChartsReader(parts.context(), columns).read(value, parts.where("charts")))
                .orElse(List.of());
        RunPolicy run = texts.section("run").map(RunReader::read).orElse(RunReader.DEFAULT);
        List<String> tags = texts.tags();
        DeployPolicy deploy = texts.section("deploy")
                .map(section -> new DeployReader(names, problems).read(section, texts.block("deploy"), objective))
                .orElse(DeployPolicy.DEFAULT);
        Repeats repeats = new RepeatsReader(parts, base).read();
        List<Setting> bind = new BindReader(parts, base, variation, repeats).read(texts.block("bind"));
        FlowReader flowReader = new FlowReader(names, parts, problems);
        Set<Path> files = files(configs, context.files());
        Set<Path> allFiles = new HashSet<>(files);
        allFiles.addAll(context.flows());
        if (flowReader.isCommand() && axes.stream().anyMatch(axis -> axis.root().equals("flow"))) {
            problems.add(
                    parts.where("flow"),
                    "a command cannot be varied as a whole",
                    "Move it into the list of the axis: grid { flow = [{ command = … }, …] }, or vary the config that it is given.");
        }
        CommandReader commandReader = new CommandReader(names, texts, files);
        List<FlowInCode> commands = new ArrayList<>();
        if (flowReader.isCommand()) {
            commandReader.read().ifPresent(commands::add);
        }
        context.commands()
                .all()
                .forEach((value, command) ->
                        commandReader.read(value, command, parts.context()).ifPresent(commands::add));
        Optional<Path> flow = flowReader.isCommand()
                ? commands.stream().map(FlowInCode::path).findFirst()
                : flowReader.main(axes, context.commands());
        List<String> sources = flowReader.isCommand()
                ? List.of()
                : flow.map(flowReader::sources).orElse(List.of());
        problems.throwIfAny();
        SweepSpec spec = new SweepSpec(
                name,
                file,
                text,
                flow.orElseThrow(),
                commands,
                sources,
                documents,
                base.params(),
                bind,
                variation,
                repeats,
                metrics,
                objective,
                baseline,
                charts,
                tags,
                run,
                deploy,
                blocks,
                parts.names(),
                SettingPlaces.of(parts),
                overriding.normalised(),
                Set.copyOf(allFiles));
        new Variants(spec).check();
        return spec;
    }

    /** {@code let} may refer to itself and to {@code machine}. */
    private Object let(FileParts parts) {
        if (parts.has("let") && !(parts.raw("let") instanceof ConfigObject)) {
            problems.add(parts.where("let"), "\"let\" must be an object { … }", "");
            return Map.of();
        }
        return parts.part("let").map(ConfigValue::unwrapped).orElse(Map.of());
    }

    private Optional<String> objective(FileParts parts) {
        if (parts.has("objective") && parts.raw("objective") instanceof ConfigObject) {
            problems.add(
                    parts.where("objective"),
                    "\"objective\" must be the name of a metric",
                    "Write objective = NAME, and its goal with the metric: metrics { NAME { artifact = NAME, goal = maximize } }.");
            return Optional.empty();
        }
        return parts.text("objective");
    }

    private String name(FileParts parts) {
        String stem = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        String name = parts.text("name").orElse(stem);
        boolean trailing = name.endsWith(" ") || name.endsWith(".");
        if (trailing || !name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._+=,-]{0,99}")) {
            problems.add(
                    parts.where("name"),
                    "the name \"" + name + "\" cannot be the name of a folder",
                    "Set name to letters, digits and . _ - within, at most 100.");
        }
        return name;
    }

    private static Map<String, ConfigDocument> present(Map<String, Optional<ConfigDocument>> configs) {
        Map<String, ConfigDocument> present = new LinkedHashMap<>();
        configs.forEach((root, config) -> config.ifPresent(document -> present.put(root, document)));
        return present;
    }

    private Set<Path> files(Map<String, ConfigDocument> configs, Set<Path> more) {
        Set<Path> files = new HashSet<>(document.files());
        files.addAll(more);
        configs.values().forEach(config -> files.addAll(config.files()));
        return Set.copyOf(files);
    }
}
