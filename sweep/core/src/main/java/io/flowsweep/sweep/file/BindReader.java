package io.flowsweep.sweep.file;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.file.base.BaseValues;
import io.flowsweep.sweep.file.base.ConfigRoots;
import io.flowsweep.sweep.file.text.FileParts;
import io.flowsweep.sweep.space.Variation;
import io.flowsweep.sweep.spec.Setting;
import io.flowsweep.sweep.variant.Repeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code bind { PATH = value }}: values that runs are given last and that make no difference to what a variant is. Their
 * texts may refer to whatever tags may.
 */
final class BindReader {

    private final FileParts parts;
    private final BaseValues base;
    private final Variation variation;
    private final Repeats repeats;
    private final List<Setting> bound = new ArrayList<>();

    BindReader(FileParts parts, BaseValues base, Variation variation, Repeats repeats) {
        this.parts = parts;
        this.base = base;
        this.variation = variation;
        this.repeats = repeats;
    }

    /** By paths with their roots. */
    List<Setting> read(Map<String, Object> block) {
        collect(block, List.of());
        return List.copyOf(bound);
    }

    private void collect(Map<?, ?> block, List<String> segments) {
        block.forEach((key, value) -> {
            List<String> longer = new ArrayList<>(segments);
            longer.add((String) key);
            if (value instanceof Map<?, ?> map && !map.isEmpty()) {
                collect(map, longer);
            } else {
                bind(longer, value);
            }
        });
    }

    private void bind(List<String> written, Object value) {
        AxisPath path = AxisPath.of(written);
        String place = parts.context().keys().where("bind." + ConfigPaths.join(written), parts.where("bind"));
        boolean fits = path.isOfConfig() || Set.of("params", "environment").contains(path.root());
        if (!fits || path.relative().isEmpty()) {
            problem(place, path, "cannot be bound", "Bind values of the config, of params or of environment.");
            return;
        }
        base.checkPath(path.root(), path.relative(), place, parts.problems());
        if (!(value instanceof String text && text.contains("${"))) {
            base.checkKind(path.root(), path.relative(), value, "bind", place, parts.problems());
        }
        variation.space().axes().stream()
                .filter(axis -> overlap(axis.path(), path.path()))
                .findFirst()
                .ifPresent(axis -> problem(place, path, "is varied at " + axis.where(), "Keep one of the two."));
        variation.derive().forEach((derived, condition) -> {
            if (overlap(derived, path.path())) {
                problem(place, path, "is derived at " + condition.where(), "Keep one of the two.");
            }
        });
        if (repeats.seedPath().filter(path.path()::equals).isPresent()) {
            problem(place, path, "is the seed_path of the repeats", "Keep one of the two.");
        }
        bound.add(new Setting(path.path(), value, place));
    }

    private static boolean overlap(String one, String other) {
        return (one + ".").startsWith(other + ".") || (other + ".").startsWith(one + ".");
    }

    private void problem(String where, AxisPath path, String what, String cure) {
        String written = path.isOfConfig() ? ConfigRoots.written(path.root(), path.relative()) : path.path();
        parts.problems().add(where, "\"" + written + "\" " + what, cure);
    }
}
