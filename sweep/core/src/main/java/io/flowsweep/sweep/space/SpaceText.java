package io.flowsweep.sweep.space;

import io.flowsweep.codec.Json;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.space.domain.Bindings;
import io.flowsweep.sweep.space.domain.DomainText;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Writes a space as a sweep file says it. {@code derive}, {@code shuffle}, {@code skip} and {@code limit} are about the whole
 * of a sweep there: on a part of a space they cannot be written, and neither can a shard.
 */
public final class SpaceText {

    private final DomainText domains;

    private SpaceText(Path folder) {
        this.domains = new DomainText(folder);
    }

    /**
     * The lines of a sweep file that make this space: {@code space}, and {@code derive}, {@code shuffle}, {@code skip} and
     * {@code limit} as far as needed; none for one empty point. Values may hold {@code ${…}}, as those of a file.
     *
     * @param folder in which the file would stand, absolute
     * @throws InvalidInputException when a file cannot say it
     */
    public static String of(Space space, Path folder) {
        return new SpaceText(folder).whole(space);
    }

    private String whole(Space space) {
        StringBuilder text = new StringBuilder();
        Space rest = space;
        BigInteger skip = BigInteger.ZERO;
        BigInteger limit = null;
        while (rest instanceof Slice slice && slice.step().equals(BigInteger.ONE)) {
            if (slice.limit() != null) {
                BigInteger left = slice.limit().subtract(skip).max(BigInteger.ZERO);
                limit = limit == null ? left : limit.min(left);
            }
            skip = skip.add(slice.skip());
            rest = slice.space();
        }
        Deque<String> derived = new ArrayDeque<>();
        while (rest instanceof Derive derive) {
            derived.addFirst("derive." + derive.path() + " = " + Json.write(derive.text()));
            rest = derive.parts().get(0);
        }
        List<Condition> conditions = new ArrayList<>();
        while (rest instanceof Where where) {
            conditions.addAll(where.conditions());
            rest = where.parts().get(0);
        }
        String shuffle = "";
        if (rest instanceof Shuffled shuffled) {
            shuffle = "shuffle = " + shuffled.seed() + "\n";
            rest = shuffled.parts().get(0);
        }
        if (!(rest instanceof Product product && product.parts().isEmpty())) {
            text.append(block("space", where(conditions, node(rest)))).append('\n');
        }
        derived.forEach(line -> text.append(line).append('\n'));
        text.append(shuffle);
        text.append(skip.signum() == 0 ? "" : "skip = " + skip + "\n");
        text.append(limit == null ? "" : "limit = " + limit + "\n");
        return text.toString();
    }

    /** What stands between the braces of a node. */
    private String node(Space space) {
        if (space instanceof Axis axis) {
            return axis.domain() instanceof Bindings bindings ? bindings(bindings) : axes("grid", List.of(axis));
        }
        if (space instanceof Product product) {
            return parts(allAxes(product) ? "grid" : "product", product);
        }
        if (space instanceof Zip || space instanceof Union) {
            return parts(space.kind(), space);
        }
        if (space instanceof Ablation) {
            return rows(points(space)); // in a file the config is the base, here the base is given
        }
        if (space instanceof Rows rows) {
            return rows(rows.rows());
        }
        if (space instanceof Sample sample) {
            return sample(sample);
        }
        if (space instanceof When when) {
            return when(when);
        }
        if (space instanceof Where where) {
            return where(where.conditions(), node(where.parts().get(0)));
        }
        throw new InvalidInputException(
                "a sweep file cannot say \"" + space.kind() + "\" of a part of a space",
                "",
                "Apply derive, shuffle, skip and limit to the whole space, in this order from the inside out.");
    }

    private static boolean allAxes(Space space) {
        return space.parts().stream()
                .allMatch(part -> part instanceof Axis axis && !(axis.domain() instanceof Bindings));
    }

    private String parts(String key, Space space) {
        if (allAxes(space) && !(space instanceof Union)) {
            return axes(key, space.parts().stream().map(Axis.class::cast).toList());
        }
        return list(key, space.parts().stream().map(this::node).toList());
    }

    private String axes(String key, List<Axis> axes) {
        return block(
                key,
                axes.stream()
                        .map(axis -> axis.path() + " = " + domains.of(axis.domain(), axis.path()))
                        .collect(Collectors.joining("\n")));
    }

    private String where(List<Condition> conditions, String node) {
        String text = node;
        for (Condition condition : conditions) {
            text = list("product", List.of(text)) + "\nwhere = " + Json.write(condition.text());
        }
        return text;
    }

    private String when(When when) {
        List<String> parts = new ArrayList<>();
        when.before().forEach(part -> parts.add(node(part)));
        parts.add(
                block("when", "if = " + Json.write(when.condition().text()) + "\n" + block("then", node(when.then()))));
        return parts.size() == 1 ? parts.get(0) : list("product", parts);
    }

    private String sample(Sample sample) {
        String axes = sample.drawn().stream()
                .map(drawn -> drawn.path() + " = " + source(drawn))
                .collect(Collectors.joining("\n"));
        return block(
                "sample",
                "method = " + sample.method().name().toLowerCase(Locale.ROOT) + "\nn = " + sample.size() + "\nseed = "
                        + sample.seed() + "\n" + block("axes", axes));
    }

    private String source(Sample.Drawn drawn) {
        if (drawn.source() instanceof Sample.Random random) {
            return random.distribution().text();
        }
        if (drawn.source() instanceof Sample.Equally equally) {
            return domains.of(equally.domain(), drawn.path());
        }
        throw DomainText.unknown(drawn.path());
    }

    private static String bindings(Bindings bindings) {
        List<String> blocks = new ArrayList<>();
        for (Bindings.Binding binding : bindings.bindings()) {
            List<String> lines = new ArrayList<>();
            binding.configs()
                    .forEach((root, config) ->
                            lines.add(root + " = " + Json.write(config.resolve().values())));
            binding.others().forEach((path, value) -> lines.add(path + " = " + Json.write(value)));
            blocks.add(block(Json.write(binding.name()), String.join("\n", lines)));
        }
        return block("bindings", String.join("\n", blocks));
    }

    private static List<Map<String, Object>> points(Space space) {
        return LongStream.range(0, space.size().longValueExact())
                .mapToObj(space::get)
                .toList();
    }

    private static String rows(List<Map<String, Object>> rows) {
        return list("rows", rows.stream().map(SpaceText::row).toList());
    }

    private static String row(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(cell -> cell(cell.getKey(), cell.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String cell(String path, Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            throw new InvalidInputException(
                    "\"" + path + "\" of a row is an object, and a sweep file takes its keys for paths",
                    "",
                    "Give each of its keys a cell.");
        }
        return path + " = " + Json.write(value);
    }

    private static String list(String key, List<String> objects) {
        return key + " = [\n"
                + objects.stream()
                        .map(object -> "{\n" + object.indent(2) + "}\n")
                        .collect(Collectors.joining())
                        .indent(2)
                + "]";
    }

    private static String block(String key, String content) {
        return key + " {\n" + content.indent(2) + "}";
    }
}
