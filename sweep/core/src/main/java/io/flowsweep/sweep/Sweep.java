package io.flowsweep.sweep;

import io.flowsweep.command.CommandFlow;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.plots.Table;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.engine.ChartRequests;
import io.flowsweep.sweep.engine.CheckedSweep;
import io.flowsweep.sweep.engine.Driver;
import io.flowsweep.sweep.engine.VariantDeployers;
import io.flowsweep.sweep.engine.check.CommandPrograms;
import io.flowsweep.sweep.engine.check.VariantJdks;
import io.flowsweep.sweep.engine.frozen.AddedPoints;
import io.flowsweep.sweep.engine.frozen.Edition;
import io.flowsweep.sweep.engine.frozen.Freezer;
import io.flowsweep.sweep.engine.frozen.Frozen;
import io.flowsweep.sweep.engine.frozen.Thawed;
import io.flowsweep.sweep.engine.past.ConfigDifference;
import io.flowsweep.sweep.engine.result.Views;
import io.flowsweep.sweep.engine.run.VariantRunners;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.file.SweepFile;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.results.ChartFile;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.spec.Setting;
import io.flowsweep.sweep.spec.SweepId;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.spec.SweepText;
import io.flowsweep.sweep.variant.Variant;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Many variants of one flow. Immutable; one sweep may be run any number of times.
 *
 * <pre>{@code
 * SweepRun run = Sweep.load(Path.of("sweeps/matmul.conf")).run();
 * run.await();
 * run.results();
 * }</pre>
 */
public final class Sweep {

    private final SweepSpec spec;
    private final Variants variants;
    private final Edition edition;
    private final VariantResources resources;

    private Sweep(SweepSpec spec, Variants variants, Edition edition) {
        this.spec = spec;
        this.variants = variants;
        this.edition = edition;
        this.resources = new VariantResources(spec, variants);
    }

    /**
     * Reads a sweep file; the flow is not looked at yet.
     *
     * @throws io.flowsweep.errors.InvalidInputException with all that is wrong with the file
     */
    public static Sweep load(Path file) {
        return of(SweepFile.load(file.toAbsolutePath().normalize()), List.of());
    }

    /**
     * Begins a sweep that is made in code.
     *
     * @param flow what {@link Runner#of(Path)} takes, relative to the working directory or absolute
     */
    public static SweepBuilder of(Path flow) {
        return SweepBuilder.of(flow.toAbsolutePath().normalize());
    }

    /** A sweep of a command line. */
    public static SweepBuilder of(CommandFlow flow) {
        return SweepBuilder.of(flow);
    }

    /**
     * The same of a flow that is a class of this program, or that JShell or a notebook has defined; see
     * {@link Runner#of(Class)}. What the sweep is called and where its relative names begin: the class' simple name, the
     * working directory.
     */
    public static SweepBuilder of(Class<? extends FlowSpec> flow) {
        return SweepBuilder.of(flow);
    }

    /** The same of a flow whose source is in no file; see {@link Runner#ofSource}. */
    public static SweepBuilder ofSource(String text) {
        return SweepBuilder.ofSource(text);
    }

    /** A sweep of a text that would be this file. */
    static Sweep ofText(SweepText text, Path file) {
        return of(SweepFile.ofText(text, file, List.of()), List.of());
    }

    /**
     * A sweep as it was when a driver took it up, whatever its files say now.
     *
     * @param added points that were added to it since
     */
    static Sweep frozen(Store store, String sweepId, String address, List<Map<String, Object>> added) {
        Frozen kept = Frozen.read(store, address);
        Thawed thawed = new Freezer(store).thaw(kept, sweepId, address);
        return new Sweep(
                thawed.spec(),
                new Variants(thawed.spec()).plus(added),
                new Edition(kept.overrides(), Optional.of(address), thawed.copies()));
    }

    private static Sweep of(SweepSpec spec, List<String> overrides) {
        return new Sweep(spec, new Variants(spec), Edition.now(overrides));
    }

    /**
     * The sweep of the same file with overrides as they are written on a command line; see {@link SweepOverride}.
     *
     * <pre>{@code
     * Sweep.load(Path.of("sweeps/matmul.conf")).override("cpu=1,2", "dim=500")
     * }</pre>
     *
     * @param overrides in addition to those that it has
     * @throws io.flowsweep.errors.InvalidInputException with all that are malformed or do not fit the file
     */
    public Sweep override(String... overrides) {
        List<String> all = new ArrayList<>(edition.overrides());
        all.addAll(List.of(overrides));
        return of(SweepFile.again(spec, all), all);
    }

    /** The sweep's id in its store. */
    public String id() {
        return SweepId.of(spec);
    }

    public String name() {
        return spec.name();
    }

    /** What varies, in the order of the columns. */
    public List<Axis> axes() {
        return spec.axes();
    }

    /** How many variants there are. A {@code where} makes it look at every point of the space; see {@link #count}. */
    public BigInteger size() {
        return variants.size();
    }

    /**
     * How many variants there are, as far as that is found out soon.
     *
     * @param most how many points a {@code where} may look at for this, in addition to those it has looked at
     */
    public Space.Count count(long most) {
        return variants.space().count(most);
    }

    /** Whether {@link #run(SweepOptions)} has to find out how many variants there are before it starts anything. */
    public boolean countsFirst(SweepOptions options) {
        return options.smoke() || spec.run().sweep().order().needsCount();
    }

    /**
     * One variant with everything resolved.
     *
     * @param index from 0 (inclusive) to {@link #size()} (exclusive)
     */
    public Variant variant(long index) {
        return variants.get(index);
    }

    /** All variants in their order, each resolved when the stream comes to it. */
    public Stream<Variant> plan() {
        return variants.stream();
    }

    /** The same for a position that need not be a {@code long}. */
    public Variant variant(BigInteger position) {
        return variants.get(position);
    }

    /**
     * Everything that one variant is given, each value with the file and line that says so.
     *
     * @param index from 0 (inclusive) to {@link #size()} (exclusive)
     */
    public List<Setting> settings(long index) {
        return settings(BigInteger.valueOf(index));
    }

    /** The same for a position that need not be a {@code long}. */
    public List<Setting> settings(BigInteger position) {
        return variants.settings(variants.get(position));
    }

    /** Everything that one variant is given: path with its root to plain value. */
    public Map<String, Object> values(BigInteger position) {
        Map<String, Object> values = new LinkedHashMap<>();
        settings(position).forEach(setting -> values.put(setting.path(), setting.value()));
        return values;
    }

    /** What it says, but for views and for how it is run: path to plain value; see {@link SweepDescription}. */
    public Map<String, Object> described() {
        return SweepDescription.of(spec, values(BigInteger.ZERO));
    }

    /**
     * What a variant is given otherwise than without any axis: path to the value there and the value here, each null
     * when there is none; paths within the config, or with the name of a config before them when the sweep has several.
     * Empty when the base cannot be resolved without an axis.
     *
     * @param index from 0 (inclusive) to {@link #size()} (exclusive)
     */
    public Map<String, List<Object>> fromBase(long index) {
        Variant variant = variants.get(index);
        return variants.base()
                .map(base -> ConfigDifference.values(base, variant))
                .orElse(Map.of());
    }

    /**
     * What the run of a variant will ask for: {@code run.resources}, and what the flow's source tells without being compiled.
     *
     * @return empty when neither asks for anything
     * @throws io.flowsweep.errors.InvalidInputException when the variant's values cannot be resources
     */
    public Optional<ResourcePlan> resources(Variant variant) {
        return resources.of(variant);
    }

    /**
     * The points of some variants as a table: the index, a column for each axis, and the {@link #resources} if any.
     */
    public Table variants(LongStream indices) {
        return variants(indices.mapToObj(BigInteger::valueOf).toList());
    }

    /** The same for positions that need not be {@code long}; such are texts in the table. */
    public Table variants(List<BigInteger> positions) {
        return new VariantTable(spec, variants, resources).of(positions);
    }

    /**
     * Checks everything that can be checked without running anything: the flow compiles, configs and parameters fit it,
     * metrics and charts name what exists, the folders can be written.
     *
     * @return what is odd and not wrong, and which variants this machine can never run, a sentence each; of very many variants some
     *     are looked at
     * @throws io.flowsweep.errors.InvalidInputException with all that is wrong
     */
    public List<String> check(SweepOptions options) {
        return checked(options).remarks();
    }

    /**
     * Checks what takes no time, without a look at the flow: that the programs, scripts and inputs of commands are there, as far as
     * they are the same for all variants, and the JDKs; and that runs may take something of the machine.
     *
     * @return what is odd about the inputs, and the JDKs that only some variants lack, a sentence each
     * @throws io.flowsweep.errors.InvalidInputException with all that is wrong
     */
    public List<String> checkPrograms() {
        List<String> odd = new ArrayList<>(CommandPrograms.check(spec, variants));
        resources.checkShares();
        odd.addAll(VariantJdks.check(spec, variants));
        return odd;
    }

    /** What is odd about the space or the config and not wrong, a sentence each. */
    public List<String> warnings() {
        return variants.warnings();
    }

    /**
     * The files that decide the results of its commands besides what variants are given, as they are now. Empty when its flow is no
     * command.
     */
    public List<Path> inputs() {
        return commands()
                .flatMap(command -> command.inputFiles().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether somebody has named all of its {@link #inputs}. */
    public boolean namesInputs() {
        return commands().noneMatch(CommandFlow::findsInputs);
    }

    private Stream<CommandFlow> commands() {
        return spec.commands().stream().flatMap(flow -> flow.command().stream());
    }

    /** Points that it would have with other values of axes; see {@link AddedPoints#of}. */
    AddedPoints added(Store store, List<SweepOverride> values) {
        return AddedPoints.of(
                store, id(), edition.frozen().orElseThrow(), spec.variation().completion(), variants, values);
    }

    /**
     * What deploying every variant would change on the local target, each under the sweep's name and its own; nothing is run, and
     * nothing is changed before {@link DeploymentPlan#carryOut}.
     *
     * @throws io.flowsweep.errors.InvalidInputException with all that is wrong
     */
    public DeploymentPlan deployment(SweepOptions options) {
        String tag = "deployed:" + id(); // those that a driver makes for single runs have another
        Deployments target = Deployments.at(options.storeOf(spec));
        return new DeploymentPlan(VariantDeployers.of(checked(options), tag), tag, target);
    }

    /** How it looks at its runs. */
    Views views() {
        return new Views(spec);
    }

    /** The charts of the sweep file, or those that fit the sweep when it names none. */
    public List<ChartFile> charts() {
        return new ChartRequests(spec, variants.get(0)).files();
    }

    /** {@link #run(SweepOptions)} with the defaults. */
    public SweepRun run() {
        return run(SweepOptions.defaults());
    }

    /**
     * Checks everything, then starts the runs and returns at once.
     *
     * @throws io.flowsweep.errors.InvalidInputException with all that is wrong; then nothing was started
     */
    public SweepRun run(SweepOptions options) {
        return new SweepRun(Driver.start(checked(options), Listeners.all(options.listeners())));
    }

    /**
     * Runs one variant by itself, outside of the sweep's record.
     *
     * @param trial which variant, and which of its repeats
     * @throws io.flowsweep.errors.InvalidInputException when there is no such variant or repeat
     */
    public ExecutingRun runOnly(TrialId trial, SweepOptions options) {
        return new VariantRunners(spec, variants, options.settings(spec, edition))
                .runner(bounds().variant(trial))
                .start();
    }

    /** The variants with their points. */
    Variants variants() {
        return variants;
    }

    /** The name of a variant; nothing is resolved for it. */
    String nameOf(long variant) {
        return variants.name(variants.space().get(variant));
    }

    /** Which variants and repeats it has. */
    TrialBounds bounds() {
        return new TrialBounds(spec, variants);
    }

    /** What {@link #run(SweepOptions)} would find on record, and what follows from it. */
    public SweepOutlook outlook(SweepOptions options) {
        return new SweepOutlook(this, options);
    }

    SweepSpec spec() {
        return spec;
    }

    /** @throws io.flowsweep.errors.InvalidInputException with all that is wrong */
    CheckedSweep checked(SweepOptions options) {
        return CheckedSweep.of(spec, variants, options.settings(spec, edition));
    }

    /** {@code Sweep[matmul, 6 variants over cpu, dim]}. */
    @Override
    public String toString() {
        String varied = axes().stream().map(Axis::name).collect(Collectors.joining(", "));
        return "Sweep[" + name() + ", " + count(0) + " variants" + (varied.isEmpty() ? "" : " over " + varied) + "]";
    }
}
