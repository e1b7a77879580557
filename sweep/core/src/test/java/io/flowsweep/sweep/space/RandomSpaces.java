package io.flowsweep.sweep.space;

import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.space.domain.Range;
import io.flowsweep.sweep.space.domain.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random spaces, each with the points that a naive reading of its definition gives. */
final class RandomSpaces {

    /** A space and its points, listed. */
    record Listed(Space space, List<Map<String, Object>> points) {}

    private final Random random;
    private int next;

    RandomSpaces(long seed) {
        this.random = new Random(seed);
    }

    Listed space(int depth) {
        return depth == 0 ? axis(1 + random.nextInt(4)) : node(depth);
    }

    private Listed node(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> product(depth);
            case 1 -> zip();
            case 2 -> union(depth);
            case 3 -> ablation();
            case 4 -> when(depth);
            case 5 -> where(depth);
            case 6 -> slice(depth);
            default -> rows();
        };
    }

    Listed axis(int size) {
        String path = "config.k" + next++;
        List<Object> values = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            values.add(i);
        }
        Domain domain = random.nextBoolean() ? new Values(values) : Range.of(0, size - 1);
        List<Map<String, Object>> points = new ArrayList<>();
        values.forEach(value -> points.add(Map.of(path, value)));
        return new Listed(new Axis(path, path.substring("config.".length()), domain, ""), points);
    }

    private Listed product(int depth) {
        List<Space> parts = new ArrayList<>();
        List<Map<String, Object>> points = List.of(Map.of());
        for (int i = random.nextInt(3); i >= 0; i--) {
            Listed part = space(depth - 1);
            parts.add(part.space());
            points = times(points, part.points());
        }
        return new Listed(new Product(parts), points);
    }

    static List<Map<String, Object>> times(List<Map<String, Object>> some, List<Map<String, Object>> others) {
        List<Map<String, Object>> points = new ArrayList<>();
        for (Map<String, Object> one : some) {
            for (Map<String, Object> other : others) {
                points.add(both(one, other));
            }
        }
        return points;
    }

    private static Map<String, Object> both(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> point = new LinkedHashMap<>(one);
        point.putAll(other);
        return point;
    }

    private Listed zip() {
        int size = 1 + random.nextInt(4);
        Listed one = axis(size);
        Listed other = axis(size);
        List<Map<String, Object>> points = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            points.add(both(one.points().get(i), other.points().get(i)));
        }
        return new Listed(Space.zip(one.space(), other.space()), points);
    }

    private Listed union(int depth) {
        Listed one = space(depth - 1);
        Listed other = space(depth - 1);
        List<Map<String, Object>> points = new ArrayList<>(one.points());
        points.addAll(other.points());
        return new Listed(Space.union(one.space(), other.space()), points);
    }

    private Listed ablation() {
        Listed one = axis(1 + random.nextInt(3));
        Listed other = axis(1 + random.nextInt(3));
        String a = one.space().axes().get(0).path();
        String b = other.space().axes().get(0).path();
        Map<String, Object> base = new LinkedHashMap<>();
        base.put(a, (long) random.nextInt(4));
        base.put(b, 9L);
        List<Map<String, Object>> points = new ArrayList<>(List.of(base));
        one.points().stream().filter(p -> !p.get(a).equals(base.get(a))).forEach(p -> points.add(both(base, p)));
        other.points().forEach(p -> points.add(both(base, p)));
        return new Listed(Space.ablation(base, (Axis) one.space(), (Axis) other.space()), points);
    }

    private Listed when(int depth) {
        List<Listed> before = new ArrayList<>(List.of(axis(3), space(depth - 1), axis(2)));
        Listed then = space(depth - 1);
        String deciding =
                before.get(2 * random.nextInt(2)).space().axes().get(0).name();
        List<Map<String, Object>> points = List.of(Map.of());
        for (Listed part : before) {
            points = times(points, part.points());
        }
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> point : points) {
            if (point.get("config." + deciding).equals(1L)) {
                then.points().forEach(p -> all.add(both(point, p)));
            } else {
                all.add(point);
            }
        }
        List<Space> parts = new ArrayList<>();
        before.forEach(part -> parts.add(part.space()));
        parts.add(Space.when(deciding + " == 1", then.space()));
        return new Listed(Space.product(parts), all);
    }

    private Listed where(int depth) {
        Listed axis = axis(3);
        Listed other = space(depth - 1);
        String name = axis.space().axes().get(0).name();
        List<Map<String, Object>> points = times(axis.points(), other.points()).stream()
                .filter(p -> (Long) p.get("config." + name) != 1)
                .toList();
        return new Listed(Space.product(axis.space(), other.space()).where(name + " != 1"), points);
    }

    private Listed slice(int depth) {
        Listed inner = space(depth - 1);
        int skip = random.nextInt(2);
        int limit = 1 + random.nextInt(5);
        List<Map<String, Object>> points =
                inner.points().stream().skip(skip).limit(limit).toList();
        return points.isEmpty() ? inner : new Listed(inner.space().skip(skip).limit(limit), points);
    }

    private Listed rows() {
        String a = "config.k" + next++;
        String b = "config.k" + next++;
        List<Map<String, Object>> rows = List.of(Map.of(a, 1L), Map.of(a, 2L, b, 5L), Map.of(b, 7L));
        return new Listed(Rows.of(rows, path -> ""), rows);
    }
}
