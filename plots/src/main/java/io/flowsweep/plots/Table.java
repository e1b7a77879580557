package io.flowsweep.plots;

import io.flowsweep.plots.internal.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Typed columns to which rows are added while results arrive.
 *
 * <p><b>Cells.</b> A number column holds {@code Double}s (integers beyond 2<sup>53</sup> lose digits: keep those as text),
 * a text column Strings. {@code null} is a missing value; NaN is not missing, nor is the empty string.
 *
 * <p><b>Thread safety.</b> Safe for any number of writers and readers. Rows are only ever added and never change, so
 * whoever takes {@link #rowCount()} once and reads the rows below it sees one consistent state.
 *
 * <p><b>Cost.</b> {@link #add(List)} is O(columns), amortised, {@link #add(Row)} O(1); {@link #get} is O(1).
 */
public final class Table {

    /** A row that has been checked, for tables of the same columns. Immutable. */
    public static final class Row {

        private final List<Column> columns;
        private final Object[] cells;

        private Row(List<Column> columns, Object[] cells) {
            this.columns = columns;
            this.cells = cells;
        }

        /**
         * A row of such columns.
         *
         * @param cells see {@link Table#add(List)}
         * @throws IllegalArgumentException when their number or the type of one is wrong
         */
        public static Row of(List<Column> columns, List<?> cells) {
            if (cells.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of this table has " + columns.size() + " cells, but got " + cells.size() + ": " + cells);
            }
            Object[] checked = new Object[cells.size()];
            for (int i = 0; i < checked.length; i++) {
                checked[i] = cell(columns.get(i), cells.get(i));
            }
            return new Row(List.copyOf(columns), checked);
        }
    }

    private final List<Column> columns;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<Object[]> rows = new ArrayList<>();

    /** @throws IllegalArgumentException when there is no column, or two of one name */
    public Table(List<Column> columns) {
        this.columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table has at least one column");
        }
        for (int i = 0; i < this.columns.size(); i++) {
            if (positions.put(this.columns.get(i).name(), i) != null) {
                throw new IllegalArgumentException(
                        "two columns are named \"" + this.columns.get(i).name() + "\"");
            }
        }
    }

    /** All columns in their order; immutable. */
    public List<Column> columns() {
        return columns;
    }

    /** @throws UnknownColumnException when there is no column of that name */
    public Column column(String name) {
        return columns.get(position(name));
    }

    /** How many rows have been added so far. */
    public int rowCount() {
        synchronized (rows) {
            return rows.size();
        }
    }

    /**
     * Adds one row.
     *
     * @param row one cell for each column, in their order: a {@link Number} or {@code null} in a number column, a
     *     {@link String} or {@code null} in a text column
     * @throws IllegalArgumentException when the number of cells or the type of one is wrong; nothing is added then
     */
    public void add(List<?> row) {
        add(Row.of(columns, row));
    }

    /**
     * Adds a row that may stand in other tables too: in constant time.
     *
     * @throws IllegalArgumentException when it was made for other columns
     */
    public void add(Row row) {
        if (!row.columns.equals(columns)) {
            throw new IllegalArgumentException("the row is of a table with the columns " + row.columns);
        }
        synchronized (rows) {
            rows.add(row.cells);
        }
    }

    /**
     * One cell: a {@link Double}, a {@link String}, or {@code null} when the value is missing.
     *
     * @param row from 0 (inclusive) to {@link #rowCount()} (exclusive)
     * @throws UnknownColumnException when there is no column of that name
     * @throws IndexOutOfBoundsException when there is no such row
     */
    public Object get(int row, String column) {
        int position = position(column);
        synchronized (rows) {
            return rows.get(row)[position];
        }
    }

    /**
     * One cell as people read it; empty when the value is missing. A whole number is written whole ({@code 1.0} is
     * {@code 1}); any other is rounded to at most 6 significant digits. {@link CsvFile} keeps all digits.
     *
     * @param row from 0 (inclusive) to {@link #rowCount()} (exclusive)
     * @throws UnknownColumnException when there is no column of that name
     * @throws IndexOutOfBoundsException when there is no such row
     */
    public String text(int row, String column) {
        Object value = get(row, column);
        if (value == null) {
            return "";
        }
        return value instanceof Double number ? shown(number) : value.toString();
    }

    /**
     * How a number is shown to people, wherever that is: a whole one in full, any other with 6 significant digits, a very large or small
     * one like {@code 1.5e-7}.
     */
    public static String shown(double number) {
        return Numbers.display(number);
    }

    /** {@code Table[3 columns, 42 rows]}. */
    @Override
    public String toString() {
        return "Table[" + columns.size() + " columns, " + rowCount() + " rows]";
    }

    private int position(String name) {
        Integer position = positions.get(name);
        if (position == null) {
            throw new UnknownColumnException(name, positions.keySet());
        }
        return position;
    }

    private static Object cell(Column column, Object value) {
        if (value == null) {
            return null;
        }
        if (column.kind() == Column.Kind.NUMBER && value instanceof Number number) {
            return number.doubleValue();
        }
        if (column.kind() == Column.Kind.TEXT && value instanceof String) {
            return value;
        }
        throw new IllegalArgumentException("column \"" + column.name() + "\" holds "
                + (column.kind() == Column.Kind.NUMBER ? "numbers" : "text") + ", but got " + value + " ("
                + value.getClass().getSimpleName() + ")");
    }
}
