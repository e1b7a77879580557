package io.flowsweep.sweep.space;

import io.flowsweep.sweep.space.domain.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Points as they are listed. A row that lacks an axis leaves that path as the base has it.
 *
 * @param axes the columns, each with the values that occur in it
 * @param rows axis path to plain value
 */
public record Rows(List<Axis> axes, List<Map<String, Object>> rows) implements Space {

    /** @throws IllegalArgumentException when there is no row */
    public Rows {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there is no row");
        }
        axes = List.copyOf(axes);
        rows = rows.stream()
                .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                .toList();
    }

    /**
     * Rows whose columns come in the order in which they first occur.
     *
     * @param rows path with its root to plain value
     * @param wheres {@code file:line} of a column
     */
    public static Rows of(List<Map<String, Object>> rows, Function<String, String> wheres) {
        Map<String, Set<Object>> values = new LinkedHashMap<>();
        for (Map<String, Object> row : rows) {
            row.forEach((path, value) ->
                    values.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(value));
        }
        List<Axis> axes = new ArrayList<>();
        values.forEach((path, distinct) ->
                axes.add(new Axis(path, path, new Values(new ArrayList<>(distinct)), wheres.apply(path))));
        return new Rows(axes, rows);
    }

    @Override
    public BigInteger size() {
        return BigInteger.valueOf(rows.size());
    }

    @Override
    public Map<String, Object> get(BigInteger index) {
        Indices.check(index, size());
        return rows.get(index.intValueExact());
    }

    @Override
    public List<Space> parts() {
        return List.of();
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return new Rows(axes.stream().map(rewrite::axis).toList(), rows);
    }

    @Override
    public String kind() {
        return "rows";
    }
}
