package io.flowsweep.source;

import io.flowsweep.codec.NumberText;
import io.flowsweep.source.PrintedReadings.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads columns of CSV files that grow while a program writes them. The first line has the names; a comma, a semicolon or a tab stands
 * between them. The position of a value is that of the column {@code step} or {@code epoch}, else the row's number from 1. A row without
 * a number in the column is left out, and so is a last row without a line end, as long as it has none. A file that begins anew is read
 * anew. Confined to one thread at a time.
 */
public final class CsvColumns {

    /** How much of a file is read. */
    private interface Way {
        void read(GrowingCsv file, GrowingCsv.Reader reader) throws IOException;
    }

    private final Map<GrowingCsv, Map<String, String>> columns = new LinkedHashMap<>();

    /**
     * @param folder from which the files are named
     * @param columns {@code FILE:COLUMN} by the names of the values
     */
    public CsvColumns(Path folder, Map<String, String> columns) {
        Map<Path, Map<String, String>> byFile = new LinkedHashMap<>();
        columns.forEach((name, column) -> {
            int colon = column.lastIndexOf(':');
            Path file = folder.resolve(column.substring(0, colon));
            byFile.computeIfAbsent(file, f -> new LinkedHashMap<>()).put(name, column.substring(colon + 1));
        });
        byFile.forEach((file, wanted) -> this.columns.put(new GrowingCsv(file.toFile()), wanted));
    }

    /** The names of a file's columns; none of one that is not there, or cannot be read. */
    public static List<String> names(Path file) {
        GrowingCsv csv = new GrowingCsv(file.toFile());
        try {
            csv.read((names, row, number) -> {});
        } catch (IOException e) {
            return List.of();
        }
        return csv.names();
    }

    /** The values that have been added since the last call. */
    public List<Reading> read() {
        return read(GrowingCsv::read);
    }

    /** The same when nobody writes them any more: a last row may lack its line end. */
    public List<Reading> finish() {
        return read(GrowingCsv::finish);
    }

    private List<Reading> read(Way how) {
        List<Reading> added = new ArrayList<>();
        columns.forEach((file, wanted) -> {
            try {
                how.read(file, (names, row, number) -> add(names, row, number, wanted, added));
            } catch (IOException e) {
                return; // it is read the next time, or said to be missing at the end
            }
        });
        return added;
    }

    private static void add(
            List<String> names, List<String> row, int number, Map<String, String> wanted, List<Reading> to) {
        wanted.forEach((name, column) -> {
            OptionalDouble value = number(names, row, column);
            if (value.isPresent()) {
                to.add(new Reading(name, position(names, row).orElse(number), value.getAsDouble()));
            }
        });
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
