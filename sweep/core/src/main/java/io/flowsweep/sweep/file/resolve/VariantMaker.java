package io.flowsweep.sweep.file.resolve;

import io.flowsweep.codec.Json;
import io.flowsweep.config.Scope;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.file.base.ConfigRoots;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.spec.VariantBlocks;
import io.flowsweep.sweep.variant.Repeat;
import io.flowsweep.sweep.variant.Variant;
import io.flowsweep.sweep.variant.VariantNames;
import io.flowsweep.sweep.variant.VariantValues;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a variant of a point: names it, resolves what it is given, and gives its repeats what is their own. Thread-safe. */
final class VariantMaker {

    /** Stands for a repeat in what all repeats of a variant have in common. */
    private static final Map<String, Object> ANY_REPEAT = Map.of("index", "${repeat.index}", "seed", "${repeat.seed}");

    private final SweepSpec spec;
    private final VariantNames names;
    private final PointResolver resolver;
    private final Optional<MandatoryValues> mandatory;
    private final Map<String, Object> sweep;
    private final boolean repeatsDiffer;

    VariantMaker(SweepSpec spec, PointResolver resolver) {
        this.spec = spec;
        this.names = new VariantNames(spec.axes());
        this.resolver = resolver;
        this.mandatory = MandatoryValues.of(spec.base().configs().values());
        this.sweep = spec.sweepNames();
        VariantBlocks blocks = spec.blocks();
        this.repeatsDiffer = spec.repeats().seedPath().isPresent()
                || Json.write(List.of(blocks.run(), blocks.jvm(), blocks.environment()))
                        .contains("repeat.");
    }

    /** The name that a point has as a variant. */
    String name(Map<String, Object> point) {
        return names.name(point);
    }

    /**
     * The variant of a point, for one of its repeats.
     *
     * @throws InvalidInputException when its values make a substitution fail
     */
    Variant variant(BigInteger position, Map<String, Object> point, int repeat) {
        String name = name(point);
        Repeat which = spec.repeats().repeat(repeat);
        Map<String, Object> own = names(position, name, which.names());
        Map<String, Object> whole = new LinkedHashMap<>(point);
        VariantValues common = resolver.values(point, repeatsDiffer ? names(position, name, ANY_REPEAT) : own);
        VariantValues given = common;
        if (repeatsDiffer) {
            which.seed().ifPresent(seed -> whole.put(spec.repeats().seedPath().orElseThrow(), seed));
            given = resolver.values(whole, own);
        }
        if (!spec.base().bind().isEmpty()) {
            whole.putAll(resolver.bound(given, own));
            given = resolver.values(whole, own);
        }
        if (mandatory.isPresent()) {
            mandatory.get().check(resolver.configs(whole));
        }
        return new Variant(position, name, point, common).repeated(which, given);
    }

    /** What variants are given that no axis has a say in; empty when it cannot be resolved without them. */
    Optional<VariantValues> base() {
        try {
            return Optional.of(resolver.values(Map.of(), names(BigInteger.ZERO, "base", ANY_REPEAT)));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** What {@code ${…}} finds for a variant: {@code config params variant repeat let machine sweep}. */
    Scope scope(Variant variant) {
        Map<String, Object> scope = names(variant);
        scope.put(ConfigRoots.ONE, variant.config());
        scope.put(ConfigRoots.SEVERAL, variant.configs());
        scope.put("params", variant.params());
        return Scope.of(scope);
    }

    /** The same without its configs and parameters. */
    Map<String, Object> names(Variant variant) {
        Map<String, Object> all = new LinkedHashMap<>(spec.base().names());
        all.putAll(names(variant.position(), variant.name(), variant.repeat().names()));
        return all;
    }

    /** A position that no whole number of a config can hold is a text. */
    private Map<String, Object> names(BigInteger position, String name, Map<String, Object> repeat) {
        Object index = position.bitLength() < Long.SIZE ? (Object) position.longValue() : position.toString();
        return Map.of("variant", Map.of("index", index, "name", name), "repeat", repeat, "sweep", sweep);
    }
}
