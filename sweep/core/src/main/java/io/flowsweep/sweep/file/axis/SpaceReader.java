package io.flowsweep.sweep.file.axis;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.sampling.Method;
import io.flowsweep.sweep.space.Ablation;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Condition;
import io.flowsweep.sweep.space.Sample;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.space.Union;
import io.flowsweep.sweep.space.When;
import io.flowsweep.sweep.space.Where;
import io.flowsweep.sweep.space.Zip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the nodes of a space. An object that names several nodes is their product, in the order of the text. What is wrong
 * goes to the problem list, and the node is left out.
 */
final class SpaceReader {

    /** Nodes that may stand at the top of a file. */
    static final Set<String> TOP = Set.of("grid", "sample", "bindings");

    private static final Set<String> NODES =
            Set.of("grid", "product", "zip", "union", "ablation", "bindings", "rows", "sample", "when");

    private final SpaceContext context;

    SpaceReader(SpaceContext context) {
        this.context = context;
    }

    /**
     * An object of nodes.
     *
     * @param prefix its path in the file; empty for the file itself
     * @param object only its node keys are looked at when {@code prefix} is empty
     */
    Space read(String prefix, ConfigObject object, String where) {
        if (!prefix.isEmpty()) {
            checkKeys(prefix, object, where);
        }
        List<String> paths = object.keySet().stream()
                .filter(prefix.isEmpty() ? TOP::contains : NODES::contains)
                .map(key -> ConfigPaths.child(prefix, key))
                .toList();
        List<Space> parts = new ArrayList<>();
        for (String path : context.keys().ordered(paths)) {
            String key = path.substring(path.lastIndexOf('.') + 1);
            ConfigValue value = object.get(key);
            String place = context.keys().where(path, value);
            context.checkReplaced(path, context.keys().replaced(path), place);
            parts.addAll(node(key, path, value, place));
        }
        Space space = overlap(parts)
                ? Space.product(List.of())
                : made(where, () -> Space.product(parts)).orElse(Space.product(List.of()));
        ConfigValue condition = prefix.isEmpty() ? null : object.get("where");
        return condition == null ? space : filtered(space, condition, where(prefix, "where", condition));
    }

    private void checkKeys(String prefix, ConfigObject object, String where) {
        for (String key : object.keySet()) {
            if (!NODES.contains(key) && !key.equals("where")) {
                String place = where(prefix, key, object.get(key));
                boolean axis = !Suggestions.closest(key, NODES).isPresent();
                context.problems()
                        .add(
                                place,
                                "\"" + key + "\" is no node of a space",
                                axis
                                        ? "Axes stand in a grid: grid { " + key + " = … }."
                                        : Suggestions.didYouMean(key, NODES));
            }
        }
        if (object.keySet().stream().noneMatch(NODES::contains)) {
            context.problems().add(where, "a space needs a node", "There are: " + String.join(", ", sorted()) + ".");
        }
    }

    private static List<String> sorted() {
        return NODES.stream().sorted().toList();
    }

    private List<? extends Space> node(String key, String path, ConfigValue value, String where) {
        return switch (key) {
            case "grid" -> axes(path, value, where);
            case "product" -> nodes(path, value, where);
            case "union" -> one(where, nodes(path, value, where), Union::new);
            case "zip" ->
                value instanceof ConfigObject
                        ? one(where, axes(path, value, where), parts -> new Zip(List.copyOf(parts)))
                        : zip(nodes(path, value, where), where);
            case "ablation" -> ablation(axes(path, value, where), where);
            case "rows" ->
                new RowsReader(context).read(path, value, where).stream().toList();
            case "bindings" ->
                new BindingsReader(context).read(path, value, where).stream().toList();
            case "sample" -> sample(path, value, where);
            default -> whens(path, value, where);
        };
    }

    private List<Axis> axes(String path, ConfigValue value, String where) {
        return object(value, where, "an object of axes { … }")
                .map(axes -> new GridReader(context, path).read(axes, where))
                .orElse(List.of());
    }

    private List<Space> nodes(String path, ConfigValue value, String where) {
        List<Space> nodes = new ArrayList<>();
        if (!(value instanceof ConfigList list) || list.isEmpty()) {
            context.problems().add(where, last(path) + " must be a list of nodes", "Write [ { grid { … } }, … ].");
            return nodes;
        }
        for (int i = 0; i < list.size(); i++) {
            String place = SourcePlaces.of(list.get(i).origin());
            String child = ConfigPaths.child(path, "[" + i + "]");
            object(list.get(i), place, "a node, such as { grid { … } }")
                    .ifPresent(node -> nodes.add(read(child, node, place)));
        }
        return nodes;
    }

    private List<Space> zip(List<Space> parts, String where) {
        return overlap(parts) ? List.of() : one(where, parts, Zip::new);
    }

    /** Whether two of the parts vary the same thing, which is then reported. */
    private boolean overlap(List<Space> parts) {
        boolean overlap = false;
        List<Axis> earlier = new ArrayList<>();
        for (Space part : parts) {
            for (Axis axis : part.axes()) {
                for (Axis other : earlier) {
                    overlap |= context.overlap(axis, other) || context.overlap(other, axis);
                }
            }
            earlier.addAll(part.axes());
        }
        return overlap;
    }

    private List<Space> ablation(List<Axis> axes, String where) {
        Map<String, Object> base = new LinkedHashMap<>();
        for (Axis axis : axes) {
            Optional<Object> value = context.baseOf(axis);
            if (value.isEmpty()) {
                context.problems()
                        .add(
                                axis.where(),
                                "an ablation begins at the base, which has no value for \"" + axis.path() + "\"",
                                "Give it one.");
                return List.of();
            }
            base.put(axis.path(), value.get());
        }
        return one(where, axes, factors -> new Ablation(factors, base));
    }

    private List<Space> sample(String path, ConfigValue value, String where) {
        Optional<ConfigObject> object = object(value, where, "an object { method, n, seed, axes { … } }");
        if (object.isEmpty()) {
            return List.of();
        }
        Section section = new Section(path, object.get(), where, context.file());
        section.allow(Set.of("method", "n", "seed", "axes"), Set.of());
        Method method = section.word("method", Method.class).orElse(Method.RANDOM);
        long n = section.whole("n").orElse(0L);
        long seed = section.whole("seed").orElse(0L);
        if (n < 1) {
            String what = section.has("n")
                    ? "n must be at least 1, but is " + n
                    : "a sample needs n, how many points to draw";
            context.problems().add(section.where("n"), what, section.has("n") ? "" : "Add n = 20.");
            return List.of();
        }
        ConfigValue axes = object.get().get("axes");
        if (!(axes instanceof ConfigObject named)) {
            context.problems().add(section.where("axes"), "a sample needs axes { … }", "");
            return List.of();
        }
        List<Sample.Drawn> drawn =
                new GridReader(context, ConfigPaths.child(path, "axes")).drawn(named, section.where("axes"));
        return drawn.isEmpty() ? List.of() : one(where, drawn, all -> new Sample(method, n, seed, all));
    }

    /** One {@code { if, then }}, or a list of them. */
    private List<Space> whens(String path, ConfigValue value, String where) {
        if (value instanceof ConfigList list) {
            List<Space> whens = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                String place = SourcePlaces.of(list.get(i).origin());
                whens.addAll(whens(ConfigPaths.child(path, "[" + i + "]"), list.get(i), place));
            }
            return whens;
        }
        Optional<ConfigObject> object = object(value, where, "an object { if = \"…\", then { grid { … } } }");
        if (object.isEmpty()) {
            return List.of();
        }
        Section section = new Section(path, object.get(), where, context.file());
        section.allow(Set.of("if", "then"), Set.of());
        Optional<String> condition = section.text("if");
        if (condition.isEmpty() || !(object.get().get("then") instanceof ConfigObject then)) {
            context.problems()
                    .add(where, "a \"when\" needs if and then", "Write when { if = \"…\", then { grid { … } } }.");
            return List.of();
        }
        String place = section.where("if");
        Space inner = read(ConfigPaths.child(path, "then"), then, section.where("then"));
        return made(place, () -> new When(List.of(), Condition.of(condition.get(), place), inner)).stream()
                .map(when -> (Space) when)
                .toList();
    }

    private Space filtered(Space space, ConfigValue condition, String where) {
        if (!(condition.unwrapped() instanceof String text)) {
            context.problems().add(where, "\"where\" must be a text", "Write where = \"a <= b\".");
            return space;
        }
        return made(where, () -> (Space) new Where(space, Condition.of(text, where)))
                .orElse(space);
    }

    private Optional<ConfigObject> object(ConfigValue value, String where, String needed) {
        if (value instanceof ConfigObject object) {
            return Optional.of(object);
        }
        context.problems()
                .add(
                        where,
                        "here must stand " + needed + ", not "
                                + PlainValues.text(PlainValues.canonical(value.unwrapped())),
                        value instanceof ConfigList
                                ? "Points as they are listed are space { rows = [{ lr = 1 }, { lr = 2 }] }."
                                : "");
        return Optional.empty();
    }

    private <P> List<Space> one(String where, List<P> parts, Function<List<P>, Space> maker) {
        return parts.isEmpty()
                ? List.of()
                : made(where, () -> maker.apply(parts)).stream().toList();
    }

    private <T> Optional<T> made(String where, Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (InvalidInputException e) {
            e.problems().forEach(context.problems()::add);
        } catch (IllegalArgumentException e) {
            context.problems().add(where, e.getMessage(), "");
        }
        return Optional.empty();
    }

    private String where(String prefix, String key, ConfigValue value) {
        return context.keys().where(ConfigPaths.child(prefix, key), value);
    }

    private static String last(String path) {
        return "\"" + path.substring(path.lastIndexOf('.') + 1) + "\"";
    }
}
