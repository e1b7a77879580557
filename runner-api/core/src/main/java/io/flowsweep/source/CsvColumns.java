package io.flowsweep.source;

import io.flowsweep.codec.NumberText;
import io.flowsweep.source.PrintedReadings.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads columns of CSV files that grow while a program writes them. The first line has the names; the position of a
 * value is that of the column {@code step} or {@code epoch}, else the row's number from 1. A row without a number in
 * the column is left out, and so is a last row without a line end, as long as it has none. A file that begins anew is
 * read anew. Confined to one thread at a time.
 */
public final class CsvColumns {

    /** What is known of one file. */
    private static final class Known {
        long bytes;
        int rows;
    }

    private final Map<Path, Map<String, String>> wanted = new LinkedHashMap<>();
    private final Map<Path, Known> known = new HashMap<>();

    /**
     * @param folder from which the files are named
     * @param columns {@code FILE:COLUMN} by the names of the values
     */
    public CsvColumns(Path folder, Map<String, String> columns) {
        columns.forEach((name, column) -> {
            int colon = column.lastIndexOf(':');
            Path file = folder.resolve(column.substring(0, colon));
            wanted.computeIfAbsent(file, f -> new LinkedHashMap<>()).put(name, column.substring(colon + 1));
        });
    }

    /** The values that have been added since the last call. */
    public List<Reading> read() {
        List<Reading> added = new ArrayList<>();
        wanted.forEach((file, columns) -> {
            Known before = known.computeIfAbsent(file, f -> new Known());
            try {
                long bytes = Files.exists(file) ? Files.size(file) : 0;
                if (bytes != before.bytes) {
                    read(file, columns, before, added);
                    before.bytes = bytes;
                }
            } catch (IOException e) {
                return; // it is read the next time, or said to be missing at the end
            }
        });
        return added;
    }

    private static void read(Path file, Map<String, String> columns, Known before, List<Reading> added)
            throws IOException {
        String text = Files.readString(file);
        List<List<String>> rows = CsvRows.of(text.substring(0, text.lastIndexOf('\n') + 1));
        if (rows.size() <= before.rows) {
            before.rows = 0;
        }
        for (int row = Math.max(1, before.rows); row < rows.size(); row++) {
            for (Map.Entry<String, String> column : columns.entrySet()) {
                OptionalDouble value = number(rows.get(0), rows.get(row), column.getValue());
                if (value.isPresent()) {
                    double position = position(rows.get(0), rows.get(row)).orElse(row);
                    added.add(new Reading(column.getKey(), position, value.getAsDouble()));
                }
            }
        }
        before.rows = rows.size();
    }

    private static OptionalDouble position(List<String> names, List<String> row) {
        OptionalDouble step = number(names, row, "step");
        return step.isPresent() ? step : number(names, row, "epoch");
    }

    private static OptionalDouble number(List<String> names, List<String> row, String column) {
        int index = names.indexOf(column);
        return index < 0 || index >= row.size() ? OptionalDouble.empty() : NumberText.parse(row.get(index));
    }
}
