package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ProjectReader;
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
import io.flowsweep.sweep.space.Variation;
import io.flowsweep.sweep.spec.DeployPolicy;
import io.flowsweep.sweep.spec.FlowInCode;
import io.flowsweep.sweep.spec.RunPolicy;
import io.flowsweep.sweep.spec.Setting;
import io.flowsweep.sweep.spec.SweepBase;
import io.flowsweep.sweep.spec.SweepFlows;
import io.flowsweep.sweep.spec.SweepSource;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.spec.SweepText;
import io.flowsweep.sweep.spec.SweepViews;
import io.flowsweep.sweep.spec.VariantBlocks;
import io.flowsweep.sweep.variant.Repeats;
import java.nio.file.Path;
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
    SweepFileReader(
            Path file,
            ProjectReader project,
            Optional<SweepText> text,
            ConfigDocument document,
            Overriding overriding) {
        this.file = file;
        this.names = new FileNames(
                file, project, document.files(), text.flatMap(SweepText::flow).map(FlowInCode::path));
        this.text = text;
        this.document = overriding.file(document);
        this.overriding = overriding;
    }

    SweepSpec read() {
        FileParts let = named();
        String name = name(let);
        FileParts parts = let.with("sweep", Map.of("name", name));
        ConfigDocument scope = parts.namesDocument();
        Map<String, Optional<ConfigDocument>> written = new ConfigsReader(parts, names).read();
        Map<String, ConfigDocument> configs = overriding.configs(present(written), scope, problems);
        SpaceContext context = new SpaceContext(parts, given(parts, written.keySet(), configs), names);
        Variation variation = overriding.variation(new VariationReader(parts, context).read(), context);
        List<Axis> axes = variation.space().axes();
        BaseValues base = context.base();
        Map<String, ConfigDocument> documents = documents(base, scope);
        VariantTexts texts = new VariantTexts(parts, base, axes);
        VariantBlocks blocks = new BlocksReader(texts, parts.context()).read(parts.top(), names);
        SweepViews views = new ViewsReader(parts, base, axes, names.project().accepted()).read();
        RunPolicy run = texts.section("run").map(RunReader::read).orElse(RunReader.DEFAULT);
        List<String> tags = texts.tags();
        DeployPolicy deploy = texts.section("deploy")
                .map(section ->
                        new DeployReader(names, problems).read(section, texts.block("deploy"), views.objective()))
                .orElse(DeployPolicy.DEFAULT);
        Repeats repeats = new RepeatsReader(parts, base).read();
        List<Setting> bind = new BindReader(parts, base, variation, repeats).read(texts.block("bind"));
        Set<Path> files = files(configs, context.files());
        Optional<SweepFlows> flows =
                new FlowsReader(names, parts, new CommandReader(names, texts, files)).read(axes, context.commands());
        problems.throwIfAny();
        SweepSpec spec = new SweepSpec(
                name,
                new SweepSource(
                        file, text, overriding.normalised(), SettingPlaces.of(parts), all(files, context.flows())),
                flows.orElseThrow(),
                new SweepBase(documents, base.params(), blocks, bind, parts.names()),
                variation,
                repeats,
                views,
                tags,
                run,
                deploy);
        new Variants(spec).check();
        return spec;
    }

    /** The file's parts, whose texts find {@code machine} and {@code let}. */
    private FileParts named() {
        FileParts machine =
                new FileParts(document, SourcePlaces.of(file), Map.of("machine", MachineNames.names()), problems);
        machine.top().allow(SweepKeys.ALL, LATER, SweepKeys.ELSEWHERE);
        return machine.with("let", let(machine));
    }

    /** {@code let} may refer to itself and to {@code machine}. */
    private Object let(FileParts parts) {
        if (parts.has("let") && !(parts.raw("let") instanceof ConfigObject)) {
            problems.add(parts.where("let"), "\"let\" must be an object { … }", "");
            return Map.of();
        }
        return parts.part("let").map(ConfigValue::unwrapped).orElse(Map.of());
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

    /** What the file itself gives: its configs, be they there or not, and its parameters. */
    private static BaseValues given(FileParts parts, Set<String> roots, Map<String, ConfigDocument> configs) {
        Map<String, BaseConfig> bases = new LinkedHashMap<>();
        roots.forEach(root -> bases.put(root, BaseConfig.of(Optional.empty(), parts.namesDocument())));
        configs.forEach((root, config) -> bases.put(root, BaseConfig.of(Optional.of(config), parts.namesDocument())));
        BaseValues bare = new BaseValues(bases, Map.of());
        return bare.withParams(new VariantTexts(parts, bare, List.of()).params());
    }

    /** The configs with all that axes have added to them. */
    private Map<String, ConfigDocument> documents(BaseValues base, ConfigDocument scope) {
        Map<String, ConfigDocument> documents = new LinkedHashMap<>();
        base.configs().forEach((root, config) -> {
            if (config.resolved().isEmpty()) {
                // Only now: a group may have given it what it refers to.
                config.document().ifPresent(c -> problems.attempt(() -> c.resolve(scope)));
            }
            config.document().ifPresent(c -> documents.put(root, c));
        });
        return documents;
    }

    private Set<Path> files(Map<String, ConfigDocument> configs, Set<Path> more) {
        Set<Path> files = new HashSet<>(document.files());
        files.addAll(more);
        configs.values().forEach(config -> files.addAll(config.files()));
        return Set.copyOf(files);
    }

    private static Set<Path> all(Set<Path> some, Set<Path> others) {
        Set<Path> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
