package io.flowsweep.sweep.spec;

import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.Scope;
import io.flowsweep.python.PythonRequest;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Repeats;
import io.flowsweep.sweep.space.Variant;
import io.flowsweep.sweep.space.Variation;
import io.flowsweep.sweep.spec.SweepPolicy.Reuse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A sweep file, read and checked. Immutable; {@link io.flowsweep.sweep.file.resolve.Variants} resolves its variants.
 *
 * @param name the sweep's name, fit to be a folder's name; default: the file's name without its extension
 * @param file the sweep file, absolute
 * @param text of a sweep that was made in code
 * @param flow the flow's source, absolute; it existed when the file was read
 * @param commands the flows that are commands: the only one, or those among the values of an axis
 * @param sources patterns of files that are compiled with the flow, from its folder; they may hold {@code ${…}}
 * @param configs the base configs, unresolved, by their roots: {@code config}, or {@code configs.NAME} for each of several
 * @param params the parameters that the file gives, by name; texts may hold {@code ${…}}
 * @param bind what runs are given last, by paths with their roots; texts may hold {@code ${…}}; no part of an identity
 * @param variation what varies; without a grid one empty point
 * @param repeats how often each variant runs
 * @param metrics in the order of the text
 * @param objective the name of a metric that has a goal
 * @param baseline path of an axis to value: variants with these are what others are compared with; empty when none is named
 * @param charts in the order of the text
 * @param tags texts, which may hold {@code ${…}}
 * @param run how variants are run, as far as that is one for all: what the base says
 * @param deploy what is deployed for it
 * @param blocks what each variant resolves for itself, {@code run} included
 * @param names what {@code ${…}} finds besides {@code config} and {@code params}: {@code let}, {@code machine}, {@code sweep}
 * @param places where the file gives what is no part of the config: path with its root to {@code file:line}
 * @param overrides those of the command line in one spelling, which is a part of what tells one sweep from another
 * @param files every file that reading it takes: the sweep file, its config, included files, flows that an axis names
 */
public record SweepSpec(
        String name,
        Path file,
        Optional<SweepText> text,
        Path flow,
        List<FlowInCode> commands,
        List<String> sources,
        Map<String, ConfigDocument> configs,
        Map<String, Object> params,
        List<Setting> bind,
        Variation variation,
        Repeats repeats,
        List<MetricSpec> metrics,
        Optional<String> objective,
        Map<String, Object> baseline,
        List<ChartRequest> charts,
        List<String> tags,
        RunPolicy run,
        DeployPolicy deploy,
        VariantBlocks blocks,
        Map<String, Object> names,
        Map<String, String> places,
        List<String> overrides,
        Set<Path> files) {

    /** What varies, in the order of the columns. */
    public List<Axis> axes() {
        return variation.space().axes();
    }

    /**
     * Which results on record count: what {@code run.reuse} says; else those of this machine when a metric measures the machine,
     * those of any when none does.
     */
    public Reuse reuse() {
        boolean ofTheMachine = metrics.stream().anyMatch(MetricSpec::ofTheMachine);
        return run.sweep().reuse().orElse(ofTheMachine ? Reuse.SAME_HOST : Reuse.ANYWHERE);
    }

    /** Whether variants may have a Python of their own. */
    public boolean asksForPython() {
        return blocks.environment().keySet().stream().anyMatch(PythonRequest.KEYS::contains)
                || axes().stream()
                        .anyMatch(axis ->
                                axis.root().equals("environment") && PythonRequest.KEYS.contains(axis.relativePath()));
    }

    /** The flow of this path when it is in no file. */
    public Optional<FlowInCode> flowInCode(Path path) {
        return Stream.concat(commands.stream(), text.flatMap(SweepText::flow).stream())
                .filter(inCode -> inCode.path().equals(path))
                .findFirst();
    }

    /** The flow of a variant, absolute. */
    public Path flow(Variant variant) {
        return variant.flow().map(this::flowNamed).orElse(flow);
    }

    /** @param value of the axis {@code flow} */
    private Path flowNamed(String value) {
        Path command = FlowInCode.commandPath(file, value);
        boolean isCommand =
                commands.stream().anyMatch(flow -> flow.path().getFileName().equals(command.getFileName()));
        return isCommand ? command : file.resolveSibling(value).normalize();
    }

    /**
     * What {@code ${sweep.…}} finds for a variant: {@code name}, {@code id}, {@code tag}, which all runs of the sweep have, and
     * {@code event}, a name for an event of this sweep alone.
     */
    public Map<String, Object> sweepNames() {
        String id = SweepId.of(this);
        return Map.of("name", name, "id", id, "tag", SweepId.tag(id), "event", "sweep." + id);
    }

    /** Whether variants are deployed. */
    public boolean deploys() {
        return run.sweep().mode() == SweepPolicy.Mode.DEPLOY;
    }

    /** What {@code ${…}} finds for the sweep as a whole: {@code let machine sweep}. */
    public Scope scope() {
        Map<String, Object> all = new LinkedHashMap<>(names);
        all.put("sweep", sweepNames());
        return Scope.of(all);
    }

    /** The same sweep with other points. */
    public SweepSpec withVariation(Variation other) {
        return new SweepSpec(
                name, file, text, flow, commands, sources, configs, params, bind, other, repeats, metrics, objective,
                baseline, charts, tags, run, deploy, blocks, names, places, overrides, files);
    }

    /** The same sweep as one of another place: for files that are read from where they are kept. */
    public SweepSpec movedTo(Path otherFile, Path otherFlow) {
        return new SweepSpec(
                name, otherFile, text, otherFlow, commands, sources, configs, params, bind, variation, repeats, metrics,
                objective, baseline, charts, tags, run, deploy, blocks, names, places, overrides, files);
    }
}
