package io.flowsweep.sweep.file;

import io.flowsweep.codec.Json;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.config.Scope;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Variant;
import io.flowsweep.sweep.space.VariantNames;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The variants of a sweep, each resolved when it is asked for. The base is parsed once; a variant costs one resolution, and
 * memory does not grow with their number. Immutable and thread-safe.
 */
public final class Variants {

    private final SweepSpec spec;
    private final VariantNames variantNames;
    private final ConfigDocument names;
    private final boolean templates;

    public Variants(SweepSpec spec) {
        this.spec = spec;
        this.variantNames = new VariantNames(spec.space().axes());
        this.names = ConfigDocument.of(spec.names(), spec.file().toString());
        this.templates = Json.write(spec.params()).contains("${");
    }

    public BigInteger size() {
        return spec.space().size();
    }

    /**
     * The variant at a position.
     *
     * @param index from 0 (inclusive) to {@link #size()} (exclusive)
     * @throws IndexOutOfBoundsException otherwise
     * @throws InvalidInputException when its values make a substitution fail
     */
    public Variant get(long index) {
        Map<String, Object> point = spec.space().get(index);
        Map<String, Object> config = resolve(point).map(ResolvedConfig::values).orElse(Map.of());
        return new Variant(index, variantNames.name(point), point, config, params(point, config));
    }

    /** All variants in their order, resolved one by one as they are taken; the first 2^63 - 1 if there are more. */
    public Stream<Variant> stream() {
        long end = size().min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
        return LongStream.range(0, end).mapToObj(this::get);
    }

    /** What {@code ${…}} finds for a variant: {@code config params let machine sweep}. */
    public Scope scope(Variant variant) {
        Map<String, Object> scope = new LinkedHashMap<>(spec.names());
        scope.put("config", variant.config());
        scope.put("params", variant.params());
        return Scope.of(scope);
    }

    /** The sweep's tags with their {@code ${…}} expanded for a variant. */
    public List<String> tags(Variant variant) {
        Scope scope = scope(variant);
        return spec.tags().stream()
                .map(tag -> scope.expandText(tag, spec.file().toString()))
                .toList();
    }

    /**
     * Where a value of a variant is written, as {@code file:line}: the axis that varies it, else the config.
     *
     * @param path with its root, for instance {@code config.optimizer.learning_rate}
     */
    public Optional<String> origin(Variant variant, String path) {
        for (Axis axis : spec.space().axes()) {
            if (path.equals(axis.path()) || path.startsWith(axis.path() + ".")) {
                return Optional.of(axis.where());
            }
        }
        return path.startsWith("config.")
                ? resolve(variant.point()).flatMap(config -> config.origin(path.substring("config.".length())))
                : Optional.empty();
    }

    private Optional<ResolvedConfig> resolve(Map<String, Object> point) {
        return spec.config().map(base -> {
            ConfigDocument document = base;
            for (Axis axis : spec.space().axes()) {
                if (axis.root().equals("config")) {
                    document = document.with(axis.relativePath(), point.get(axis.path()), axis.where());
                }
            }
            return document.resolve(names);
        });
    }

    private Map<String, Object> params(Map<String, Object> point, Map<String, Object> config) {
        Map<String, Object> params = new LinkedHashMap<>(spec.params());
        if (templates) {
            Map<String, Object> scope = new LinkedHashMap<>(spec.names());
            scope.put("config", config);
            Scope names = Scope.of(scope);
            params.replaceAll((name, value) -> names.expand(value, spec.file().toString()));
        }
        for (Axis axis : spec.space().axes()) {
            if (axis.root().equals("params")) {
                params.put(axis.parameter(), point.get(axis.path()));
            }
        }
        return Collections.unmodifiableMap(params);
    }
}
