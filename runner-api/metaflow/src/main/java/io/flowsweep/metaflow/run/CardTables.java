package io.flowsweep.metaflow.run;

import io.flowsweep.flow.card.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables on cards of Metaflow, whose columns may have no names or one name twice, and whose cells may hold anything. */
final class CardTables {

    private CardTables() {}

    /** @param vertical whether the names of columns stand in the first column, and each row is a further one */
    static Table of(List<?> columns, List<?> rows, boolean vertical) {
        int width = Math.max(
                columns.size(),
                rows.stream().mapToInt(row -> cells(row).size()).max().orElse(0));
        List<String> names = names(columns, width);
        if (!vertical) {
            return new Table(names, rows.stream().map(row -> padded(row, width)).toList());
        }
        List<List<Object>> turned = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            List<Object> line = new ArrayList<>(List.of(names.get(i)));
            for (Object row : rows) {
                line.add(padded(row, width).get(i));
            }
            turned.add(line);
        }
        List<String> heads = new ArrayList<>(List.of("what"));
        for (int i = 1; i <= rows.size(); i++) {
            heads.add(rows.size() == 1 ? "value" : "value " + i);
        }
        return new Table(heads, turned);
    }

    /** Artifacts with what Python prints of them. */
    static Table ofArtifacts(List<?> artifacts) {
        List<List<Object>> rows = new ArrayList<>();
        for (Object artifact : artifacts) {
            if (artifact instanceof Map<?, ?> map) {
                rows.add(List.of(value(map, "name"), value(map, "type"), value(map, "data")));
            }
        }
        return new Table(List.of("artifact", "type", "value"), rows);
    }

    private static Object value(Map<?, ?> artifact, String key) {
        return CardParts.text(artifact, key).orElse("");
    }

    private static List<?> cells(Object row) {
        return row instanceof List<?> list ? list : List.of(String.valueOf(row));
    }

    private static List<Object> padded(Object row, int width) {
        List<Object> cells = new ArrayList<>();
        cells(row).forEach(cell -> cells.add(cell(cell)));
        while (cells.size() < width) {
            cells.add(null);
        }
        return cells;
    }

    /** A component in a cell is what it says. */
    private static Object cell(Object cell) {
        return cell instanceof Map<?, ?> component
                ? CardParts.text(component, "source")
                        .or(() -> CardParts.text(component, "text"))
                        .or(() -> CardParts.text(component, "data"))
                        .or(() -> CardParts.text(component, "label"))
                        .map(String::strip)
                        .orElse(String.valueOf(component.get("type")))
                : cell;
    }

    private static List<String> names(List<?> columns, int width) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < width; i++) {
            String name = i < columns.size() ? String.valueOf(columns.get(i)).strip() : "";
            names.add(name.isEmpty() || names.contains(name) ? (name + " " + (i + 1)).strip() : name);
        }
        return List.copyOf(names);
    }
}
