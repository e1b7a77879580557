package io.flowsweep.sweep.variant;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One point of the space with everything resolved, for one repeat. All values are plain.
 *
 * @param position its place in the space, from 0
 * @param name short, path-safe and made of the varied values only, for instance {@code cpu=2,dim=500}; unique in the sweep
 * @param point axis path to value, in axis order; an axis that a point has no value for leaves the base as it is
 * @param values what its run is given, the seed of the repeat included
 * @param repeat which repeat of the variant this is
 * @param fingerprint of what decides its results besides the flow; the same for all repeats
 */
public record Variant(
        BigInteger position,
        String name,
        Map<String, Object> point,
        VariantValues values,
        Repeat repeat,
        String fingerprint) {

    /** A variant that runs once. */
    public Variant(BigInteger position, String name, Map<String, Object> point, VariantValues values) {
        this(position, name, point, values, Repeat.FIRST, values.fingerprint(point));
    }

    /** A variant with nothing but a config and parameters, which runs once. */
    public Variant(
            long index,
            String name,
            Map<String, Object> point,
            Map<String, Object> config,
            Map<String, Object> params) {
        this(BigInteger.valueOf(index), name, point, VariantValues.of(config, params));
    }

    /**
     * The variant for one of its repeats.
     *
     * @param seeded the values with the repeat's seed
     */
    public Variant repeated(Repeat repeat, VariantValues seeded) {
        return new Variant(position, name, point, seeded, repeat, fingerprint);
    }

    /**
     * Its position as a number of a run; a sweep that is run has no more than fit.
     *
     * @throws ArithmeticException from 2^63 on, which can only be planned
     */
    public long index() {
        return position.longValueExact();
    }

    public Map<String, Object> config() {
        return values.config();
    }

    public Map<String, Map<String, Object>> configs() {
        return values.configs();
    }

    /**
     * What the configs of a flow get, by their names: each of {@code configs { }} its own; {@code config { }} is for the flow's
     * only config, else for the one that is called {@code config}. An empty one leaves the flow its own.
     *
     * @param names of the flow's configs
     */
    public Map<String, Map<String, Object>> configsOf(List<String> names) {
        if (config().isEmpty()) {
            return configs();
        }
        return Map.of(names.size() == 1 ? names.get(0) : "config", config());
    }

    public Map<String, Object> params() {
        return values.params();
    }

    public Map<String, Object> run() {
        return values.run();
    }

    public Map<String, Object> jvm() {
        return values.jvm();
    }

    public Map<String, String> environment() {
        return values.environment();
    }

    /** {@code python}, {@code packages} and {@code requirements}, as far as given. */
    public Map<String, Object> python() {
        return values.python();
    }

    public Optional<String> flow() {
        return values.flow();
    }

    /**
     * What makes its results its own: a SHA-256, as 64 hexadecimal digits, over configs, parameters, environment, JVM, every
     * value an axis varies, and the source. The order of keys, the spelling of numbers (1, 1.0, 1e0), the index, the name and
     * the repeat with its seed do not matter. A run's key is this and {@link Repeat#key}.
     *
     * @param sourceDigest of the flow's source and declared inputs
     */
    public String identity(String sourceDigest) {
        return ValueHash.of(List.of(fingerprint, sourceDigest));
    }
}
