package io.flowsweep.sweep.engine.trial;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.space.Completion;
import io.flowsweep.sweep.space.Shard;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.spec.SweepPolicy;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import io.flowsweep.sweep.variant.VariantNames;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** The trials of a sweep: their number, their order, and which of them are one driver's. Thread-safe. */
public final class SweepTrials {

    /** All are looked at before the first runs. */
    private static final long MOST_PRIORITIES = 1_000_000;

    /** Larger numbers would not be exact in every reader of JSON, nor in tables. */
    private static final int MOST_BITS = 51;

    private final SweepSpec spec;
    private volatile Variants variants;
    private final Shard shard;

    /** Only these are run, if any is named. */
    private final Set<TrialId> chosen;

    /** Whether the sweep began without knowing how many variants there are. */
    private final boolean open;

    private final TrialOrder order;

    /** Points behind those of the space that were added since it began, as they are compared. */
    private final Set<Map<String, Object>> added = new HashSet<>();

    private final List<TrialId> addedTrials = new ArrayList<>();

    /** @param smoke only the first and the last variant, once each */
    public SweepTrials(SweepSpec spec, Variants variants, Shard shard, boolean smoke) {
        this.spec = spec;
        this.variants = variants;
        this.shard = shard;
        boolean counted = smoke || spec.run().sweep().order().needsCount();
        this.open = !counted && !variants.soon().exact();
        if (smoke) {
            List<TrialId> ends = LongStream.of(0, variants() - 1)
                    .distinct()
                    .mapToObj(variant -> new TrialId(variant, 0))
                    .toList();
            this.chosen = Set.copyOf(ends);
            this.order = TrialOrder.of(ends);
            return;
        }
        this.chosen = Set.of();
        this.order = variants.priority().map(this::prioritised).orElseGet(this::ofTheFile);
    }

    private TrialOrder ofTheFile() {
        Variants begun = variants;
        SweepPolicy.Order wanted = spec.run().sweep().order();
        if (open) {
            TrialOrder.Open found = new TrialOrder.Open(begun::has, () -> exactly(begun.size()));
            return wanted.byVariant()
                    ? TrialOrder.variantByVariant(found, repeats())
                    : TrialOrder.interleaved(found, repeats());
        }
        TrialOrder plain = wanted.byVariant()
                ? TrialOrder.variantByVariant(variants(), repeats())
                : TrialOrder.interleaved(variants(), repeats());
        return wanted.shuffled().map(plain::shuffled).orElse(plain);
    }

    private TrialOrder prioritised(ToDoubleFunction<Map<String, Object>> priority) {
        if (variants() > MOST_PRIORITIES) {
            throw new InvalidInputException(
                    "a priority orders at most " + MOST_PRIORITIES + " variants, but there are " + variants(),
                    spec.run().sweep().order().priority().orElseThrow().where(),
                    "Set limit, or order the axes: the first varies slowest.");
        }
        Space points = variants.space();
        return TrialOrder.prioritised(
                (int) variants(), repeats(), variant -> priority.applyAsDouble(points.get(variant)));
    }

    /** How many there are; empty when that is not known after this many points were looked at. */
    public OptionalLong size(long most) {
        if (!open) {
            return order.size();
        }
        return variants.space().count(most).exact()
                ? OptionalLong.of(Math.multiplyExact(variants(), (long) repeats()))
                : OptionalLong.empty();
    }

    /** How many of them are this driver's, as far as known. */
    public long own() {
        if (!isWhole()) {
            return chosen.stream().filter(this::has).count();
        }
        long share = shard.share(BigInteger.valueOf(variants())).longValueExact();
        return Math.multiplyExact(share, (long) repeats());
    }

    /** How many variants there are, as far as known. */
    public long variants() {
        return exactly(open ? variants.space().count(0).value() : variants.size());
    }

    /** Whether there may be more variants than {@link #variants}. */
    public boolean isOpen() {
        return open && !variants.space().count(0).exact();
    }

    /** How many there are, once that is found; empty when it was known from the start. */
    public OptionalLong counted() {
        return open && !isOpen() ? OptionalLong.of(variants()) : OptionalLong.empty();
    }

    /** Whether there is a variant of this index; looks as far as it has to. */
    public boolean hasVariant(long index) {
        return variants.has(index);
    }

    /**
     * Takes up points behind those of the space, without those that were added before.
     *
     * @return those that are new, with the index of the first
     */
    public synchronized VariantsAdded add(List<Map<String, Object>> points) {
        Completion completion = spec.variation().completion();
        List<Map<String, Object>> fresh =
                points.stream().filter(point -> added.add(completion.of(point))).toList();
        VariantsAdded more = new VariantsAdded(Instant.now(), variants.size().longValueExact(), fresh);
        append(more);
        return more;
    }

    /** Takes up what was added before; what it has already is left out. */
    public synchronized void takeUp(VariantsAdded before) {
        long size = variants.size().longValueExact();
        before.points().forEach(point -> added.add(spec.variation().completion().of(point)));
        if (before.end() > size) {
            int known = (int) (size - before.first());
            append(new VariantsAdded(
                    before.at(),
                    size,
                    before.points().subList(known, before.points().size())));
        }
    }

    private void append(VariantsAdded more) {
        variants = variants.plus(more.points());
        for (int repeat = 0; repeat < repeats(); repeat++) {
            for (long variant = more.first(); variant < more.end(); variant++) {
                addedTrials.add(new TrialId(variant, repeat));
            }
        }
    }

    /** The variants as far as they are known now, with what was added. */
    public Variants now() {
        return variants;
    }

    /** The trials of what was added since it began. */
    public synchronized List<TrialId> added() {
        return List.copyOf(addedTrials);
    }

    private long exactly(BigInteger size) {
        if (size.bitLength() > MOST_BITS) {
            throw new InvalidInputException(
                    "the sweep has " + size + " variants, and fewer than 2^" + MOST_BITS + " can be run",
                    spec.file().toString(),
                    "Set limit, with shuffle to spread them.");
        }
        return size.longValueExact();
    }

    public int repeats() {
        return spec.repeats().n();
    }

    public TrialOrder order() {
        return order;
    }

    /** Whether a trial is this driver's. */
    public boolean has(TrialId trial) {
        return shard.has(trial.variant()) && (isWhole() || chosen.contains(trial));
    }

    /** Whether all of its trials are to run, be it by several drivers. */
    public boolean isWhole() {
        return chosen.isEmpty();
    }

    /** @throws UnresolvableVariantException when it cannot be made */
    public Trial trial(TrialId id) {
        try {
            return new Trial(variants.get(id.variant(), id.repeat()));
        } catch (InvalidInputException e) {
            Map<String, Object> point = variants.space().get(id.variant());
            String name = new VariantNames(spec.axes()).name(point);
            Variant variant = new Variant(id.variant(), name, point, Map.of(), Map.of());
            Variant repeated = variant.repeated(spec.repeats().repeat(id.repeat()), variant.values());
            throw new UnresolvableVariantException(new Trial(repeated), e);
        }
    }
}
