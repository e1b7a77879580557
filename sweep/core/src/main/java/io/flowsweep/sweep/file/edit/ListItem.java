package io.flowsweep.sweep.file.edit;

import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.errors.Problem;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.override.Element;
import io.flowsweep.sweep.override.OverrideValue;
import io.flowsweep.sweep.override.OverrideValue.One;
import io.flowsweep.sweep.override.OverrideValue.Several;
import io.flowsweep.sweep.override.SweepOverride;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path that leads into a list of the base config: {@code layers.0.size}. Overriding it gives the whole list anew.
 *
 * @param list the path of the list
 * @param items what the list holds in the base
 * @param inside the segments below the list, at least one
 */
record ListItem(AxisPath list, List<?> items, List<String> inside) {

    /** Null when the path leads into no list. */
    static ListItem find(Map<String, ResolvedConfig> configs, AxisPath path) {
        if (!path.isOfConfig() || !configs.containsKey(path.root())) {
            return null;
        }
        List<String> segments = ConfigPaths.split(path.relative());
        Object value = configs.get(path.root()).values();
        for (int n = 0; n < segments.size(); n++) {
            if (value instanceof List<?> items) {
                AxisPath list = new AxisPath(path.root(), ConfigPaths.join(segments.subList(0, n)));
                return new ListItem(list, items, segments.subList(n, segments.size()));
            }
            value = value instanceof Map<?, ?> map ? map.get(segments.get(n)) : null;
        }
        return null;
    }

    /** The whole list for each value of the item; the old value, when something is wrong. */
    Optional<OverrideValue> whole(SweepOverride override, ConfigDocument config, List<Problem> problems) {
        OverrideValue value = override.value().orElse(null);
        try {
            if (config.hasSubstitution(list.relative())) {
                throw new Misfit("the list \"" + list.relative() + "\" holds ${…}", "Give the whole list.");
            }
            if (value instanceof One one) {
                return Optional.of(new One(whole(one.element())));
            }
            if (value instanceof Several several) {
                return Optional.of(
                        new Several(several.elements().stream().map(this::whole).toList(), several.at()));
            }
            if (value != null) {
                throw new Misfit("an item of a list takes values separated by commas", "Write 1,2,3.");
            }
            set(items, inside, null);
        } catch (Misfit misfit) {
            problems.add(override.problem(misfit.getMessage(), 0, misfit.cure));
        }
        return override.value();
    }

    private Element whole(Element element) {
        return new Element(set(items, inside, element), null, element.at());
    }

    private Object set(Object value, List<String> path, Element element) {
        if (path.isEmpty()) {
            return value instanceof String && element != null
                    ? element.text().plain()
                    : element == null ? null : element.plain();
        }
        String segment = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (value instanceof List<?> old) {
            List<Object> changed = new ArrayList<>(old);
            int index = index(segment, old.size());
            changed.set(index, set(old.get(index), rest, element));
            return changed;
        }
        if (value instanceof Map<?, ?> old && old.containsKey(segment)) {
            Map<String, Object> changed = new LinkedHashMap<>();
            old.forEach(
                    (key, inner) -> changed.put((String) key, key.equals(segment) ? set(inner, rest, element) : inner));
            return changed;
        }
        throw new Misfit(
                "there is no \"" + segment + "\" in that item of \"" + list.relative() + "\"", "Give the whole list.");
    }

    private int index(String segment, int size) {
        int index = segment.matches("\\d{1,9}") ? Integer.parseInt(segment) : -1;
        if (index >= 0 && index < size) {
            return index;
        }
        throw new Misfit(
                "\"" + list.relative() + "\" is a list of " + size + " items, which has no \"" + segment + "\"",
                size == 0 ? "Give the whole list." : "Its items are 0 to " + (size - 1) + "; or give the whole list.");
    }

    private static final class Misfit extends RuntimeException {
        private final String cure;

        Misfit(String what, String cure) {
            super(what, null, false, false);
            this.cure = cure;
        }
    }
}
