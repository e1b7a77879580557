package io.flowsweep.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The whole rows of a CSV text in UTF-8 (RFC 4180), blank lines left out; a semicolon or a tab may stand for the comma. Bytes that are
 * no UTF-8 spoil the field that they are in.
 *
 * @param end where the last of them ends: how many bytes these are
 */
record CsvRows(List<List<String>> rows, int end) {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** What stands between the fields of a text, as its first line tells: a comma, if there is one. */
    static char separator(byte[] text) {
        int end = 0;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        byte[] line = Arrays.copyOf(text, Math.min(end + 1, text.length));
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (of(line, candidate).rows().stream().anyMatch(row -> row.size() > 1)) {
                return candidate;
            }
        }
        return ',';
    }

    /** What is behind the last line end is no whole row yet, nor is one with a quote that is not closed. */
    static CsvRows of(byte[] text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        boolean quoted = false;
        int end = 0;
        for (int i = Arrays.mismatch(text, MARK) == MARK.length ? MARK.length : 0; i < text.length; i++) {
            byte c = text[i];
            if (quoted) {
                boolean twice = c == '"' && i + 1 < text.length && text[i + 1] == '"';
                if (c == '"' && !twice) {
                    quoted = false;
                } else {
                    field.write(c);
                    i += twice ? 1 : 0;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == separator) {
                row.add(text(field));
            } else if (c == '\n') {
                row.add(text(field));
                if (row.size() > 1 || !row.get(0).isEmpty()) {
                    rows.add(row);
                }
                row = new ArrayList<>();
                end = i + 1;
            } else {
                field.write(c);
            }
        }
        return new CsvRows(rows, end);
    }

    private static String text(ByteArrayOutputStream field) {
        String text = field.toString(StandardCharsets.UTF_8).strip();
        field.reset();
        return text;
    }
}
