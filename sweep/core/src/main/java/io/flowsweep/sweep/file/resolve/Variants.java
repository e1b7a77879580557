package io.flowsweep.sweep.file.resolve;

import io.flowsweep.config.Scope;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.space.Appended;
import io.flowsweep.sweep.space.Condition;
import io.flowsweep.sweep.space.Distinct;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.spec.Budget;
import io.flowsweep.sweep.spec.RunPolicy;
import io.flowsweep.sweep.spec.Setting;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Repeats;
import io.flowsweep.sweep.variant.Variant;
import io.flowsweep.sweep.variant.VariantValues;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The variants of a sweep, each resolved when it is asked for. The base is parsed once; a variant costs one resolution, and
 * memory does not grow with their number. Thread-safe.
 */
public final class Variants {

    /** How many are looked at before a sweep starts, to see how many there are: where only axes count, and else. */
    private static final long MOST_LOOKED_AT = 50_000;

    private static final long MOST_RESOLVED = 2_000;
    private static final long STEP = 1_000;

    /** More are worth a word when nothing bounds them. */
    private static final BigInteger MANY = BigInteger.valueOf(10_000_000);

    private final SweepSpec spec;
    private final PointResolver resolver;
    private final VariantMaker maker;
    private final VariantPolicies policies;
    private final SpecScope scope;
    private final Space space;
    private final AtomicBoolean lookedAt;

    public Variants(SweepSpec spec) {
        this.spec = spec;
        this.resolver = new PointResolver(spec);
        this.maker = new VariantMaker(spec, resolver);
        this.policies = new VariantPolicies(spec, maker);
        this.scope = new SpecScope(spec, resolver);
        this.space = spec.variation().points(scope);
        this.lookedAt = new AtomicBoolean();
    }

    /** Points more behind those of a sweep. */
    private Variants(Variants before, List<Map<String, Object>> points) {
        this.spec = before.spec;
        this.resolver = before.resolver;
        this.maker = before.maker;
        this.policies = before.policies;
        this.scope = before.scope;
        this.space = new Appended(before.space, points);
        this.lookedAt = new AtomicBoolean(before.lookedAt.get());
    }

    public BigInteger size() {
        return space.size();
    }

    /**
     * These variants, and behind them further ones.
     *
     * @param points path to plain value
     */
    public Variants plus(List<Map<String, Object>> points) {
        return points.isEmpty() ? this : new Variants(this, points);
    }

    /** The name that a point has as a variant. */
    public String name(Map<String, Object> point) {
        return maker.name(point);
    }

    /** How many there are, as far as a second or so tells. */
    public Space.Count soon() {
        Space.Count count = space.count(0);
        if (count.exact() || lookedAt.getAndSet(true)) {
            return count;
        }
        boolean resolves = spec.variation().where().stream()
                .anyMatch(condition -> !condition.within(scope).isOf(spec.axes()));
        return space.count(resolves ? MOST_RESOLVED : MOST_LOOKED_AT);
    }

    /** Whether there is a variant of an index; looks as far as it has to. */
    public boolean has(long index) {
        BigInteger position = BigInteger.valueOf(index);
        Space.Count count = space.count(0);
        while (!count.exact() && count.value().compareTo(position) <= 0) {
            count = space.count(STEP);
        }
        return index >= 0 && position.compareTo(count.value()) < 0;
    }

    /** The points, in the order in which variants have their index. */
    public Space space() {
        return space;
    }

    /** What {@code run.order.priority} says of a point; empty when the sweep has none. */
    public Optional<ToDoubleFunction<Map<String, Object>>> priority() {
        return spec.run()
                .sweep()
                .order()
                .priority()
                .map(condition -> condition.within(scope).number(spec.axes()));
    }

    /** What is odd about the space or the config and not wrong, one sentence each. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(QuotedNames.of(this, get(0)));
        Distinct.droppedOf(space)
                .ifPresent(count ->
                        warnings.add(count + (count == 1 ? " point of the space equals" : " points of the space equal")
                                + " an earlier one and " + (count == 1 ? "is" : "are") + " left out"));
        boolean unbounded = spec.run().sweep().budget().equals(Budget.UNLIMITED);
        if (unbounded && space.count(0).value().compareTo(MANY) > 0) {
            warnings.add(space.count(0)
                    + " variants are more than a machine runs: draw some with sample { n = 100, axes { … } },"
                    + " or set limit = 100 or run { budget { runs = 100 } }");
        }
        return warnings;
    }

    /**
     * Tries the conditions: that their names mean something, and that they admit anything.
     *
     * @throws InvalidInputException otherwise
     */
    public void check() {
        new ConditionChecks(spec, scope).check(space);
    }

    /**
     * The indices of the variants for which a condition holds, ascending, found one after the other.
     *
     * @throws InvalidInputException when it is no expression, or a name in it means nothing or several things
     */
    public LongStream matching(Condition condition) {
        new ConditionChecks(spec, scope).checkNames(condition);
        Predicate<Map<String, Object>> holds = condition.within(scope).test(spec.axes());
        return LongStream.iterate(0, this::has, index -> index + 1).filter(index -> holds.test(space.get(index)));
    }

    /** The first repeat of the variant at a position; see {@link #get(long, int)}. */
    public Variant get(long index) {
        return get(index, 0);
    }

    /** The first repeat of the variant at any position of the space; see {@link #get(long, int)}. */
    public Variant get(BigInteger position) {
        return get(position, 0);
    }

    /**
     * The variant at a position, for one of its repeats.
     *
     * @param index from 0 (inclusive) to {@link #size()} (exclusive)
     * @param repeat from 0 (inclusive) to {@link Repeats#n} (exclusive)
     * @throws IndexOutOfBoundsException otherwise
     * @throws InvalidInputException when its values make a substitution fail
     */
    public Variant get(long index, int repeat) {
        return get(BigInteger.valueOf(index), repeat);
    }

    private Variant get(BigInteger position, int repeat) {
        return maker.variant(position, space.get(position), repeat);
    }

    /** What variants are given that no axis has a say in; empty when it cannot be resolved without them. */
    public Optional<VariantValues> base() {
        return maker.base();
    }

    /** All variants in their order, resolved one by one as they are taken; the first 2^63 - 1 if there are more. */
    public Stream<Variant> stream() {
        long end = size().min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
        return LongStream.range(0, end).mapToObj(this::get);
    }

    /** What {@code ${…}} finds for a variant: {@code config params variant repeat let machine sweep}. */
    public Scope scope(Variant variant) {
        return maker.scope(variant);
    }

    /** What {@code ${…}} finds for a variant besides its configs and parameters: {@code variant repeat let machine sweep}. */
    public Map<String, Object> names(Variant variant) {
        return maker.names(variant);
    }

    /** The sweep's tags with their {@code ${…}} expanded for a variant. */
    public List<String> tags(Variant variant) {
        Scope scope = scope(variant);
        return spec.tags().stream()
                .map(tag -> scope.expandText(tag, spec.file().toString()))
                .toList();
    }

    /**
     * How a variant is run: the sweep's policy with what the variant says itself.
     *
     * @throws InvalidInputException when that is none
     */
    public RunPolicy policy(Variant variant) {
        return policies.of(variant);
    }

    /** Everything that a variant is given, with its place: first the configs by paths, then the rest. */
    public List<Setting> settings(Variant variant) {
        return places(variant).all();
    }

    /**
     * Where a value of a variant is written, as {@code file:line}: the axis that varies it, else the config.
     *
     * @param path with its root, for instance {@code config.optimizer.learning_rate}
     */
    public Optional<String> origin(Variant variant, String path) {
        return places(variant).origin(path);
    }

    /** The places of the values of a variant's configs, by their paths with their roots; see {@link #origin}. */
    public Map<String, String> configPlaces(Variant variant) {
        Map<String, String> places = new LinkedHashMap<>();
        places(variant).ofConfigs().forEach(setting -> places.put(setting.path(), setting.where()));
        return places;
    }

    private VariantSettings places(Variant variant) {
        boolean added = space instanceof Appended appended && appended.isBehind(variant.position());
        return new VariantSettings(spec, variant, resolver.configs(variant.point()), added);
    }
}
