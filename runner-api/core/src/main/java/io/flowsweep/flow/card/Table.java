package io.flowsweep.flow.card;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows under named columns.
 *
 * @param columns their names, no two the same
 * @param rows of as many cells each as there are columns. A cell is a number, a boolean or text; anything else counts as its
 *     {@code toString}, and null as an empty cell
 */
public record Table(List<String> columns, List<List<Object>> rows) implements CardPart {

    /** @throws IllegalArgumentException when there is no column, two have one name, one is blank, or a row is shorter or longer */
    public Table {
        columns = List.copyOf(columns);
        boolean distinct = columns.stream().distinct().count() == columns.size();
        if (columns.isEmpty() || !distinct || columns.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "a table has one or more columns, each with a name of its own, but got " + columns);
        }
        List<List<Object>> copies = new ArrayList<>(rows.size());
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row has a cell for each of the columns " + columns + ", but row "
                        + copies.size() + " is " + row);
            }
            copies.add(row.stream().map(Cells::plain).toList());
        }
        rows = List.copyOf(copies);
    }

    /** A table without rows. */
    public static Table of(String... columns) {
        return new Table(List.of(columns), List.of());
    }

    /** A column for each component of a record, a row for each of the records. */
    public static <R extends Record> Table of(Class<R> type, List<R> records) {
        RecordComponent[] components = type.getRecordComponents();
        List<List<Object>> rows = new ArrayList<>(records.size());
        for (R each : records) {
            rows.add(Arrays.stream(components).map(c -> read(c, each)).toList());
        }
        return new Table(Arrays.stream(components).map(RecordComponent::getName).toList(), rows);
    }

    /** The table with one more row, copied; for many rows make them first. */
    public Table row(Object... cells) {
        List<List<Object>> more = new ArrayList<>(rows);
        more.add(Arrays.asList(cells));
        return new Table(columns, more);
    }

    /** Where a column is; IllegalArgumentException when there is none of that name. */
    int position(String column) {
        int position = columns.indexOf(column);
        if (position < 0) {
            throw new IllegalArgumentException("there is no column \"" + column + "\"; the columns are " + columns);
        }
        return position;
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return Cells.plain(component.getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component.getName() + " of " + value + " cannot be read", e);
        }
    }
}
