package io.flowsweep.metaflow.source;

import io.flowsweep.metaflow.source.Declared.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Python file: its classes, by their names, and what it imports. */
final class PythonModule {

    private static final Map<String, Kind> KINDS =
            Map.of("Config", Kind.CONFIG, "Parameter", Kind.PARAMETER, "IncludeFile", Kind.FILE);

    private static final Set<String> WORDS = Set.of("True", "False", "None", "JSONType");

    private final String place;
    private final List<LogicalLine> lines;
    private final Imports imports;
    private final Map<String, FlowClass> classes = new LinkedHashMap<>();

    private PythonModule(String place, String text) {
        this.place = place;
        this.lines = PythonLines.of(text);
        this.imports = Imports.of(lines);
        readClasses();
    }

    /** @throws UncheckedIOException when the file cannot be read */
    static PythonModule read(Path file) {
        try {
            return of(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param place what the file is called in messages */
    static PythonModule of(String place, String text) {
        return new PythonModule(place, text);
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

    private void readClasses() {
        List<LogicalLine> decorators = new ArrayList<>();
        ClassBody body = null;
        for (LogicalLine line : lines) {
            if (body != null && line.indent() <= body.head) {
                body = null;
            }
            if (body != null) {
                body.read(line);
            } else if (line.starts("@")) {
                decorators.add(line);
            } else {
                if (line.starts("class") && line.tokens().size() > 1) {
                    body = new ClassBody(line, decorators);
                    classes.put(body.type.name, body.type);
                }
                decorators.clear();
            }
        }
    }

    /** Reads the lines of one class. */
    private final class ClassBody {

        private static final int NONE = -1;

        private final FlowClass type;
        private final int head;
        private int indent = NONE;
        private boolean decorated;
        private DeclaredStep step;

        ClassBody(LogicalLine line, List<LogicalLine> decorators) {
            this.head = line.indent();
            this.type = new FlowClass(line.tokens().get(1).text(), line.number(), bases(line));
            decorators.forEach(this::decorate);
        }

        private void decorate(LogicalLine decorator) {
            Optional<String> name = decorator.dotted(1);
            Optional<String> ofMetaflow = name.flatMap(PythonModule.this::metaflow);
            type.open |= ofMetaflow.isEmpty();
            if (ofMetaflow.filter("project"::equals).isPresent()) {
                type.project = optionsOf(decorator, name.get()).getOrDefault("name", Optional.empty());
            }
            ofMetaflow
                    .filter(StartDecorators::isOne)
                    .ifPresent(start -> StartDecorators.read(start, optionsOf(decorator, name.get()))
                            .ifPresentOrElse(type.starts::add, () -> type.unread.add(start)));
        }

        private Map<String, Optional<String>> optionsOf(LogicalLine decorator, String name) {
            int open = 1 + LogicalLine.length(name);
            return decorator.is(open, "(") ? options(decorator.arguments(open)) : Map.of();
        }

        void read(LogicalLine line) {
            indent = indent == NONE ? line.indent() : indent;
            if (line.indent() > indent) {
                readNext(line);
            } else if (line.starts("@")) {
                decorated |= line.dotted(1)
                        .flatMap(PythonModule.this::metaflow)
                        .filter("step"::equals)
                        .isPresent();
            } else {
                step = null;
                if (line.starts("def") && decorated && line.tokens().size() > 2) {
                    boolean join = line.arguments(2).size() > 1;
                    put(new DeclaredStep(line.tokens().get(1).text(), join, List.of(), Optional.empty()));
                    readNext(line);
                }
                decorated = false;
                readAttribute(type, line);
            }
        }

        private void put(DeclaredStep changed) {
            step = changed;
            type.steps.put(changed.name(), changed);
        }

        /** {@code self.next(self.a, self.b)}, or with {@code foreach="xs"}, or with the steps in a dict. */
        private void readNext(LogicalLine line) {
            int at = 0;
            while (at < line.tokens().size() && !line.is(at, "self", ".", "next", "(")) {
                at++;
            }
            if (step == null || at == line.tokens().size()) {
                return;
            }
            List<String> next = new ArrayList<>(step.next());
            for (int i = at + 4; i + 2 < line.tokens().size(); i++) {
                if (line.is(i, "self")
                        && line.is(i + 1, ".")
                        && !next.contains(line.tokens().get(i + 2).text())) {
                    next.add(line.tokens().get(i + 2).text());
                }
            }
            Optional<String> foreach = options(line.arguments(at + 3)).getOrDefault("foreach", Optional.empty());
            put(new DeclaredStep(step.name(), step.join(), List.copyOf(next), foreach));
        }
    }

    /** The simple name of what Metaflow has by this name. */
    private Optional<String> metaflow(String dotted) {
        String meaning = imports.meaning(dotted);
        if (meaning.startsWith("*")) {
            return Optional.of(meaning.substring(1));
        }
        return meaning.startsWith("metaflow.")
                ? Optional.of(meaning.substring(meaning.lastIndexOf('.') + 1))
                : Optional.empty();
    }

    private List<String> bases(LogicalLine line) {
        List<String> bases = new ArrayList<>();
        for (List<Token> argument : line.is(2, "(") ? line.arguments(2) : List.<List<Token>>of()) {
            new LogicalLine(line.number(), 0, argument).dotted(0).ifPresent(base -> bases.add(base(base)));
        }
        return bases;
    }

    private String base(String dotted) {
        return metaflow(dotted).filter("FlowSpec"::equals).isPresent() ? FlowFile.FLOW_SPEC : imports.meaning(dotted);
    }

    /** {@code name = Config("name", …)}, with a type or without. */
    private void readAttribute(FlowClass type, LogicalLine line) {
        int equals = 1;
        if (line.is(1, ":")) {
            while (equals < line.tokens().size() && !line.is(equals, "=")) {
                equals++;
            }
        }
        if (!line.is(equals, "=") || !line.tokens().get(0).isName()) {
            return;
        }
        String attribute = line.tokens().get(0).text();
        Optional<String> called = line.dotted(equals + 1);
        int open = equals + 1 + called.map(LogicalLine::length).orElse(0);
        Optional<String> kind = called.flatMap(this::metaflow);
        if (kind.isEmpty() || !line.is(open, "(")) {
            return;
        }
        if (KINDS.containsKey(kind.get())) {
            declare(type, KINDS.get(kind.get()), attribute, line, line.arguments(open));
        }
    }

    private void declare(FlowClass type, Kind kind, String attribute, LogicalLine line, List<List<Token>> arguments) {
        Map<String, Optional<String>> options = options(arguments);
        if (!options.containsKey("name") && !arguments.isEmpty()) {
            options.put("name", literal(arguments.get(0)));
        }
        Optional<String> name = options.getOrDefault("name", Optional.empty());
        if (name.isEmpty()) {
            type.open = true;
        } else {
            type.declared.add(new Declared(kind, name.get(), attribute, options, place + ":" + line.number()));
        }
    }

    /** The arguments that are given by name. */
    private static Map<String, Optional<String>> options(List<List<Token>> arguments) {
        Map<String, Optional<String>> options = new LinkedHashMap<>();
        for (List<Token> argument : arguments) {
            if (argument.size() > 2 && argument.get(1).is("=")) {
                options.put(argument.get(0).text(), literal(argument.subList(2, argument.size())));
            }
        }
        return options;
    }

    /** A value that is one text, or one of the words that mean the same everywhere. */
    private static Optional<String> literal(List<Token> value) {
        boolean known = value.size() == 1
                && (value.get(0).kind() == Token.Kind.STRING
                        || WORDS.contains(value.get(0).text()));
        return known ? Optional.of(value.get(0).text()) : Optional.empty();
    }
}
