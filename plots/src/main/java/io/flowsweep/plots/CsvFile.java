package io.flowsweep.plots;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.flowsweep.plots.internal.Numbers;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A table as a file of comma-separated values (RFC 4180, UTF-8, a header of column names, lines end in LF).
 *
 * <p>Numbers keep every digit: reading one back gives the same {@code double}; the others are {@code NaN},
 * {@code Infinity} and {@code -Infinity}. A missing value is an empty field, the empty string a quoted one ({@code ""}).
 */
public final class CsvFile {

    private CsvFile() {}

    /**
     * Writes the rows that the table has now. A reader of {@code path} sees the old file or the new one, never a part;
     * missing folders are created.
     *
     * @throws UnableToWriteException when the file cannot be written; what stood there is untouched
     */
    public static void write(Table table, Path path) {
        try {
            AtomicFile.write(path, out -> write(table, out));
        } catch (IOException e) {
            throw new UnableToWriteException(path, e);
        }
    }

    /** What {@link #write} would write. */
    public static String text(Table table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(table, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(Table table, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        List<String> names = table.columns().stream().map(Column::name).toList();
        csv.writeRecord(names);
        int rows = table.rowCount();
        for (int row = 0; row < rows; row++) {
            String[] cells = new String[names.size()];
            for (int i = 0; i < cells.length; i++) {
                Object value = table.get(row, names.get(i));
                cells[i] = value instanceof Double number ? Numbers.exact(number) : (String) value;
            }
            csv.writeRecord(cells);
        }
        csv.flush();
    }
}
