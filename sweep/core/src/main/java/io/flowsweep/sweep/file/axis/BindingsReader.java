package io.flowsweep.sweep.file.axis;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.KeyPlace;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.file.base.ConfigRoots;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.space.domain.Bindings;
import io.flowsweep.sweep.space.domain.Bindings.Binding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code bindings { EXP_01 { lr = 0.1 } }}, or a pattern of files, {@code bindings = "settings/*.EXP_*.conf"}: there the
 * last part of a file's name before its extension names the binding.
 */
final class BindingsReader {

    private final SpaceContext context;

    BindingsReader(SpaceContext context) {
        this.context = context;
    }

    Optional<Space> read(String path, ConfigValue value, String where) {
        List<Binding> bindings = value instanceof ConfigObject object ? inline(path, object) : files(value, where);
        if (value instanceof ConfigObject object && object.isEmpty()) {
            context.problems().add(where, "there is no binding", "Add one, or remove \"bindings\".");
        }
        if (bindings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Axis("binding", "binding", new Bindings(bindings), where));
    }

    private List<Binding> inline(String path, ConfigObject object) {
        List<String> paths = object.keySet().stream()
                .map(name -> ConfigPaths.child(path, name))
                .toList();
        List<Binding> bindings = new ArrayList<>();
        for (String child : context.keys().ordered(paths)) {
            List<String> segments = ConfigPaths.split(child);
            String name = segments.get(segments.size() - 1);
            String where = context.keys().where(child, object.get(name));
            if (object.get(name) instanceof ConfigObject content) {
                bindings.add(binding(name, child, content, where));
            } else {
                context.problems().add(where, "the binding \"" + name + "\" must be an object", "");
            }
        }
        return bindings;
    }

    /** What belongs to configs, and by full path what belongs to other roots. */
    private Binding binding(String name, String path, ConfigObject content, String where) {
        Map<String, ConfigDocument> configs = new LinkedHashMap<>();
        Map<String, Object> others = new LinkedHashMap<>();
        ConfigObject bare = content;
        for (String key : content.keySet()) {
            if (AxisPath.ROOTS.contains(key)) {
                bare = bare.withoutKey(key);
                flatten(List.of(key), content.get(key), others);
            }
        }
        check(path, ConfigRoots.ONE, bare, List.of());
        ConfigObject one = bare;
        if (content.get(ConfigRoots.ONE) instanceof ConfigObject inner) {
            check(ConfigPaths.child(path, ConfigRoots.ONE), ConfigRoots.ONE, inner, List.of());
            one = inner.withFallback(bare).toConfig().root();
        }
        if (!one.isEmpty()) {
            configs.put(ConfigRoots.ONE, ConfigDocument.of(one, List.of()));
        }
        if (content.get(ConfigRoots.SEVERAL) instanceof ConfigObject several) {
            several.forEach((config, value) -> {
                String root = ConfigRoots.of(config);
                if (value instanceof ConfigObject inner) {
                    check(path + "." + root, root, inner, List.of());
                    configs.put(root, ConfigDocument.of(inner, List.of()));
                }
            });
        }
        others.keySet().removeIf(other -> AxisPath.parse(other).isOfConfig());
        others.forEach((other, value) -> {
            AxisPath axis = AxisPath.parse(other);
            if (axis.relative().isEmpty() && !axis.isWhole()) {
                context.problems().add(where, "\"" + other + "\" cannot vary as a whole", "Name a path below it.");
            }
            context.base().checkPath(axis.root(), axis.relative(), where, context.problems());
            context.checkValue(axis, value, where);
        });
        others.replaceAll((other, value) -> context.placed(AxisPath.parse(other), value, where));
        return new Binding(name, configs, others, where);
    }

    /**
     * Checks what a binding says of a config.
     *
     * @param path of the object in the file
     */
    private void check(String path, String root, ConfigObject object, List<String> segments) {
        object.forEach((key, value) -> {
            List<String> longer = new ArrayList<>(segments);
            longer.add(key);
            String written = ConfigPaths.join(longer);
            String where = context.keys().where(path + "." + written, value);
            context.base().checkPath(root, written, where, context.problems());
            if (value instanceof ConfigObject child) {
                check(path, root, child, longer);
            } else {
                context.checkValue(new AxisPath(root, written), value.unwrapped(), where);
            }
        });
    }

    private static void flatten(List<String> segments, ConfigValue value, Map<String, Object> others) {
        if (value instanceof ConfigObject object) {
            object.forEach((key, child) -> {
                List<String> longer = new ArrayList<>(segments);
                longer.add(key);
                flatten(longer, child, others);
            });
        } else {
            others.put(ConfigPaths.join(segments), PlainValues.canonical(value.unwrapped()));
        }
    }

    private List<Binding> files(ConfigValue value, String where) {
        Object pattern = context.expand(value, where).orElse(null);
        if (!(pattern instanceof String text)) {
            context.problems().add(where, "\"bindings\" must be an object of bindings, or a pattern of files", "");
            return List.of();
        }
        Map<String, Path> files = context.problems()
                .attempt(() -> FileGlob.find(context, text, BindingsReader::name, where))
                .orElse(Map.of());
        List<Binding> bindings = new ArrayList<>();
        files.forEach((name, file) -> context.problems()
                .attempt(() -> context.names().project().file(file, where))
                .ifPresent(document -> bindings.add(file(name, file, document))));
        return bindings;
    }

    private Binding file(String name, Path file, ConfigDocument document) {
        for (KeyPlace key : document.keys()) {
            context.base().checkPath(ConfigRoots.ONE, key.path(), key.where(), context.problems());
        }
        context.files().addAll(document.files());
        return new Binding(name, Map.of(ConfigRoots.ONE, document), Map.of(), SourcePlaces.of(file));
    }

    private static String name(Path file) {
        String stem = FileGlob.stem(file);
        return stem.substring(stem.lastIndexOf('.') + 1);
    }
}
