package io.flowsweep.sweep.engine.run;

import io.flowsweep.codec.Sha256;
import io.flowsweep.python.PythonRequest;
import io.flowsweep.runner.Runner;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives a variant's runs the Python that its {@code environment { python, packages, requirements }} asks for. The files that say
 * what is to be installed are read once, so that all variants mean the same. Thread-safe.
 */
final class VariantPythons {

    private final SweepSpec spec;
    private final Variants variants;
    private final Map<Path, Path> copies;
    private final Map<Map<String, Object>, PythonRequest> requests = new ConcurrentHashMap<>();

    /** @param copies file, absolute, to a copy of it that is used in its place */
    VariantPythons(SweepSpec spec, Variants variants, Map<Path, Path> copies) {
        this.spec = spec;
        this.variants = variants;
        this.copies = copies;
    }

    /** @throws io.flowsweep.errors.InvalidInputException when a file is missing, or wrong */
    Optional<PythonRequest> of(Variant variant) {
        return variant.python().isEmpty()
                ? Optional.empty()
                : Optional.of(requests.computeIfAbsent(variant.python(), asked -> read(variant)));
    }

    Runner given(Runner runner, Variant variant) {
        return of(variant).map(runner::python).orElse(runner);
    }

    /** A digest of code and of what is installed for it; the code's own when nothing was asked for. */
    String with(String code, Variant variant) {
        return of(variant)
                .map(python ->
                        new Sha256().add(code).add(python.settings().digest()).hex())
                .orElse(code);
    }

    private PythonRequest read(Variant variant) {
        String path = variant.python().containsKey("requirements") ? "requirements" : "packages";
        return PythonRequest.of(
                variant.python(),
                spec.file().getParent(),
                file -> copies.getOrDefault(file, file),
                variants.origin(variant, "environment." + path)
                        .orElse(spec.file().toString()));
    }
}
