package io.flowsweep.source;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.List;

/**
 * A CSV file that grows while a program writes it, of which what was read is not read again. Some programs write all of it again
 * with a row more: it goes on as long as what is before the new rows is what it was; else it is read from its beginning, and the
 * rows that were there are skipped. One that has become no longer begins anew. A row that begins as the first names the columns from
 * there on, as a program writes it that goes on with a file. Confined to one thread at a time.
 */
final class GrowingCsv {

    /** So many bytes before the end of what was read are looked at again. */
    private static final int REMEMBERED = 256;

    /** Is told a row of the file. */
    interface Reader {

        /**
         * @param names of the first row
         * @param number of this row, from 1; the first row has none
         */
        void row(List<String> names, List<String> row, int number);
    }

    private final File file;
    private long length;
    private long end;
    private byte[] before = {};
    private char separator = ',';
    private List<String> names = List.of();
    private int rows;

    GrowingCsv(File file) {
        this.file = file;
    }

    /** Reads the rows that have been added since the last call; none of a file that is not there. */
    void read(Reader reader) throws IOException {
        long now = file.length();
        if (now == length) {
            return;
        }
        try (RandomAccessFile open = new RandomAccessFile(file, "r")) {
            if (goesOn(open)) {
                CsvRows read = CsvRows.of(from(open, end), separator);
                end += read.end();
                tell(read.rows(), 0, reader);
            } else {
                byte[] text = from(open, 0);
                separator = CsvRows.separator(text);
                CsvRows read = CsvRows.of(text, separator);
                end = read.end();
                readAgain(read.rows(), reader);
            }
            before = bytesBefore(open, end);
        }
        length = now;
    }

    /** The same of a file that nobody writes any more: what is behind the last line end is a row, too. */
    void finish(Reader reader) throws IOException {
        read(reader);
        if (length == end) {
            return;
        }
        try (RandomAccessFile open = new RandomAccessFile(file, "r")) {
            byte[] rest = from(open, end);
            byte[] line = Arrays.copyOf(rest, rest.length + 1);
            line[rest.length] = '\n';
            tell(CsvRows.of(line, separator).rows(), 0, reader);
            end = length;
        }
    }

    /** Of the columns, as far as it was read. */
    List<String> names() {
        return names;
    }

    private boolean goesOn(RandomAccessFile open) throws IOException {
        return end > 0 && open.length() >= end && Arrays.equals(before, bytesBefore(open, end));
    }

    private void readAgain(List<List<String>> all, Reader reader) {
        names = all.isEmpty() ? List.of() : all.get(0);
        List<List<String>> behind = all.subList(Math.min(1, all.size()), all.size());
        int known = behind.size() > rows ? rows : 0;
        rows = 0;
        tell(behind, known, reader);
    }

    /** @param known how many of the first rows of the file were told before */
    private void tell(List<List<String>> next, int known, Reader reader) {
        for (List<String> row : next) {
            if (names.isEmpty() || row.get(0).equals(names.get(0))) {
                names = row;
                continue;
            }
            rows++;
            if (rows > known) {
                reader.row(names, row, rows);
            }
        }
    }

    private static byte[] bytesBefore(RandomAccessFile open, long end) throws IOException {
        byte[] bytes = new byte[(int) Math.min(REMEMBERED, end)];
        open.seek(end - bytes.length);
        open.readFully(bytes);
        return bytes;
    }

    private static byte[] from(RandomAccessFile open, long start) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(Math.max(0, open.length() - start))];
        open.seek(start);
        open.readFully(bytes);
        return bytes;
    }
}
