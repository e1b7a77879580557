package io.flowsweep.sweep.spec;

import io.flowsweep.config.Scope;
import io.flowsweep.python.PythonRequest;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Variation;
import io.flowsweep.sweep.spec.SweepPolicy.Reuse;
import io.flowsweep.sweep.variant.Repeats;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sweep file, read and checked. Immutable; {@link io.flowsweep.sweep.file.resolve.Variants} resolves its variants.
 *
 * @param name the sweep's name, fit to be a folder's name; default: the file's name without its extension
 * @param source where it is written
 * @param flows what runs
 * @param base what is given to all variants
 * @param variation what varies; without a grid one empty point
 * @param repeats how often each variant runs
 * @param views how its runs are looked at
 * @param tags texts, which may hold {@code ${…}}
 * @param run how variants are run, as far as that is one for all: what the base says
 * @param deploy what is deployed for it
 */
public record SweepSpec(
        String name,
        SweepSource source,
        SweepFlows flows,
        SweepBase base,
        Variation variation,
        Repeats repeats,
        SweepViews views,
        List<String> tags,
        RunPolicy run,
        DeployPolicy deploy) {

    /** The sweep file, absolute. */
    public Path file() {
        return source.file();
    }

    /** The flow's source, absolute; see {@link SweepFlows#main}. */
    public Path flow() {
        return flows.main();
    }

    /** The flows that are commands; see {@link SweepFlows#commands}. */
    public List<FlowInCode> commands() {
        return flows.commands();
    }

    /** What each variant resolves for itself. */
    public VariantBlocks blocks() {
        return base.blocks();
    }

    /** What varies, in the order of the columns. */
    public List<Axis> axes() {
        return variation.space().axes();
    }

    /**
     * Which results on record count: what {@code run.reuse} says; else those of this machine when a metric measures the machine,
     * those of any when none does.
     */
    public Reuse reuse() {
        boolean ofTheMachine = views.metrics().stream().anyMatch(MetricSpec::ofTheMachine);
        return run.sweep().reuse().orElse(ofTheMachine ? Reuse.SAME_HOST : Reuse.ANYWHERE);
    }

    /** Whether variants may have a Python of their own. */
    public boolean asksForPython() {
        return blocks().environment().keySet().stream().anyMatch(PythonRequest.KEYS::contains)
                || axes().stream()
                        .anyMatch(axis ->
                                axis.root().equals("environment") && PythonRequest.KEYS.contains(axis.relativePath()));
    }

    /** The flow of this path when it is in no file. */
    public Optional<FlowInCode> flowInCode(Path path) {
        return Stream.concat(commands().stream(), source.text().flatMap(SweepText::flow).stream())
                .filter(inCode -> inCode.path().equals(path))
                .findFirst();
    }

    /** The flow of a variant, absolute. */
    public Path flow(Variant variant) {
        return variant.flow().map(this::flowNamed).orElseGet(this::flow);
    }

    /** @param value of the axis {@code flow} */
    private Path flowNamed(String value) {
        Path command = FlowInCode.commandPath(file(), value);
        boolean isCommand =
                commands().stream().anyMatch(flow -> flow.path().getFileName().equals(command.getFileName()));
        return isCommand ? command : file().resolveSibling(value).normalize();
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
        Map<String, Object> all = new LinkedHashMap<>(base.names());
        all.put("sweep", sweepNames());
        return Scope.of(all);
    }

    /** The same sweep with other points. */
    public SweepSpec withVariation(Variation other) {
        return new SweepSpec(name, source, flows, base, other, repeats, views, tags, run, deploy);
    }

    /** The same sweep as one of another place: for files that are read from where they are kept. */
    public SweepSpec movedTo(Path otherFile, Path otherFlow) {
        return new SweepSpec(
                name, source.at(otherFile), flows.with(otherFlow), base, variation, repeats, views, tags, run, deploy);
    }
}
