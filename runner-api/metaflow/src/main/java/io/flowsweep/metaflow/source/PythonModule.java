package io.flowsweep.metaflow.source;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Python file: its classes, by their names, and what it imports. */
final class PythonModule {

    private final List<LogicalLine> lines;
    private final Imports imports;
    private final Map<String, FlowClass> classes;

    private PythonModule(List<LogicalLine> lines, Imports imports, Map<String, FlowClass> classes) {
        this.lines = lines;
        this.imports = imports;
        this.classes = classes;
    }

    /** @throws InvalidInputException when the file cannot be read */
    static PythonModule read(Path file) {
        try {
            return of(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InvalidInputException("the file cannot be read: " + e, file.toString(), "Make it readable.");
        }
    }

    /** @param place what the file is called in messages */
    static PythonModule of(String place, String text) {
        List<LogicalLine> lines = PythonLines.of(text);
        Imports imports = Imports.of(lines);
        return new PythonModule(lines, imports, classes(place, lines, imports));
    }

    private static Map<String, FlowClass> classes(String place, List<LogicalLine> lines, Imports imports) {
        Map<String, FlowClass> classes = new LinkedHashMap<>();
        List<LogicalLine> decorators = new ArrayList<>();
        ClassReader reader = null;
        for (LogicalLine line : lines) {
            if (reader != null && reader.holds(line)) {
                reader.read(line);
                continue;
            }
            reader = null;
            if (line.starts("@")) {
                decorators.add(line);
                continue;
            }
            if (line.starts("class") && line.tokens().size() > 1) {
                reader = new ClassReader(place, imports, line, decorators);
                classes.put(reader.type().name, reader.type());
            }
            decorators.clear();
        }
        return classes;
    }

    Imports imports() {
        return imports;
    }

    Map<String, FlowClass> classes() {
        return classes;
    }

    /** Whether something in the file calls the class: {@code Name(…)}. */
    boolean calls(String name) {
        return lines.stream().filter(line -> !line.starts("class")).anyMatch(line -> {
            for (int i = 0; i + 1 < line.tokens().size(); i++) {
                if (line.is(i, name) && line.is(i + 1, "(")) {
                    return true;
                }
            }
            return false;
        });
    }
}
