package io.flowsweep.sweep.file.axis;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.space.Rows;
import io.flowsweep.sweep.space.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code rows}: a list of objects, or a CSV or JSON-lines file by its extension. The first line of a CSV file names
 * the paths; an empty cell leaves its path as the base has it.
 */
final class RowsReader {

    private final SpaceContext context;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final Map<String, String> columns = new LinkedHashMap<>();

    RowsReader(SpaceContext context) {
        this.context = context;
    }

    /** @param path of the rows in the file */
    Optional<Space> read(String path, ConfigValue value, String where) {
        boolean fine =
                context.problems().attempt(() -> rows(path, value, where)).orElse(false);
        if (!fine) {
            return Optional.empty();
        }
        if (rows.isEmpty()) {
            context.problems().add(where, "there is no row", "Add one, or remove the rows.");
            return Optional.empty();
        }
        return Optional.of(Rows.of(rows, axis -> columns.getOrDefault(axis, where)));
    }

    private boolean rows(String path, ConfigValue value, String where) {
        if (value instanceof ConfigList list) {
            int number = 0;
            for (ConfigValue row : list) {
                String place = SourcePlaces.of(row.origin());
                if (!(row instanceof ConfigObject object)) {
                    throw new InvalidInputException("a row must be an object", place, "Write { lr = 0.1, depth = 2 }.");
                }
                add(ordered(ConfigPaths.child(path, "[" + number++ + "]"), flat(object.unwrapped())), place);
            }
            return true;
        }
        Object named = context.expand(value, where).orElse(null);
        if (!(named instanceof String name)) {
            throw new InvalidInputException(
                    "\"rows\" must be a list of objects or the name of a .csv or .jsonl file", where, "");
        }
        file(name, where);
        return true;
    }

    private void file(String name, String where) {
        Path file = context.names().inside(name, where);
        String text = ConfigDocument.textOf(file, where);
        context.files().add(file);
        String shown = SourcePlaces.of(file);
        if (name.endsWith(".csv")) {
            csv(text, shown);
        } else if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            json(text, shown);
        } else {
            throw new InvalidInputException("rows come from a .csv or a .jsonl file, not from " + name, where, "");
        }
    }

    private void csv(String text, String shown) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : reader) {
                String place = shown + ":" + line.getStartingLineNumber();
                if (line.getFieldCount() != line.getHeader().size()) {
                    throw new InvalidInputException(
                            "this line has " + line.getFieldCount() + " cells, but there are "
                                    + line.getHeader().size() + " columns",
                            place,
                            "");
                }
                Map<String, Object> row = new LinkedHashMap<>();
                line.getFieldsAsMap().forEach((column, cell) -> {
                    if (!cell.isEmpty()) {
                        row.put(column.strip(), typed(column.strip(), cell));
                    }
                });
                add(row, place);
            }
        } catch (CsvParseException | IOException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith("Header contains duplicate")
                    ? new InvalidInputException(
                            "the first line names a column twice: " + message.replaceFirst(".*: ", ""),
                            shown + ":1",
                            "Keep one of them.")
                    : new InvalidInputException("this is no CSV: " + message, shown, "");
        }
    }

    /** A number or a truth value where the cell is one and the base has no text there: {@code 1.10} may be a version. */
    private Object typed(String column, String cell) {
        AxisPath path = AxisPath.parse(column);
        boolean text = context.base().value(path.root(), path.relative()).orElse(null) instanceof String;
        if (text) {
            return cell;
        }
        try {
            Object value = Json.parse(cell.strip());
            return value instanceof String ? cell : value;
        } catch (CodecException e) {
            return cell;
        }
    }

    private void json(String text, String shown) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                String place = shown + ":" + number;
                try {
                    add(flat(object(line)), place);
                } catch (CodecException e) {
                    throw new InvalidInputException("this line is no row: " + e.getMessage(), place, "");
                }
            }
        }
    }

    private Map<String, Object> object(String line) {
        return context.names().project().accepted() ? Json.parseObject(line) : Json.parseDistinct(line);
    }

    private void add(Map<String, Object> row, String where) {
        Map<String, Object> point = new LinkedHashMap<>();
        row.forEach((written, raw) -> {
            AxisPath path = AxisPath.parse(written);
            Object value = context.placed(path, PlainValues.canonical(raw), where);
            if (columns.putIfAbsent(path.path(), where) == null) {
                context.base().checkPath(path.root(), path.relative(), where, context.problems());
                if (path.relative().isEmpty() && !path.isWhole()) {
                    throw new InvalidInputException("\"" + written + "\" cannot vary as a whole", where, "");
                }
            }
            context.checkValue(path, value, where);
            point.put(path.path(), value);
        });
        rows.add(point);
    }

    /** The row in the order of the text. */
    private Map<String, Object> ordered(String path, Map<String, Object> row) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        context.keys()
                .ordered(row.keySet().stream().map(key -> path + "." + key).toList())
                .forEach(key ->
                        ordered.put(key.substring(path.length() + 1), row.get(key.substring(path.length() + 1))));
        return ordered;
    }

    /** Nested objects as dotted paths. */
    private Map<String, Object> flat(Map<String, Object> row) {
        Map<String, Object> flat = new LinkedHashMap<>();
        flatten("", row, flat);
        return flat;
    }

    private void flatten(String parent, Map<?, ?> object, Map<String, Object> flat) {
        object.forEach((key, value) -> {
            String path = ConfigPaths.child(parent, (String) key);
            if (value instanceof Map<?, ?> child && !child.isEmpty()) {
                flatten(path, child, flat);
            } else {
                flat.put(path, value);
            }
        });
    }
}
