package io.flowsweep.metaflow.source;

import io.flowsweep.metaflow.source.Declared.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a class of a Python file line by line: its decorators, its head, and then all that stands in it. */
final class ClassReader {

    private static final Map<String, Kind> KINDS =
            Map.of("Config", Kind.CONFIG, "Parameter", Kind.PARAMETER, "IncludeFile", Kind.FILE);
    private static final int NONE = -1;

    private final String place;
    private final Imports imports;
    private final int head;
    private final FlowClass type;
    private int indent = NONE;
    private boolean decorated;
    private DeclaredStep step;

    /**
     * @param place what the file is called in messages
     * @param head {@code class Name(…):}
     * @param decorators the lines before it
     */
    ClassReader(String place, Imports imports, LogicalLine head, List<LogicalLine> decorators) {
        this.place = place;
        this.imports = imports;
        this.head = head.indent();
        this.type = new FlowClass(head.tokens().get(1).text(), head.number(), bases(head));
        decorators.forEach(this::decorate);
    }

    /** What has been read so far. */
    FlowClass type() {
        return type;
    }

    private List<String> bases(LogicalLine line) {
        List<String> bases = new ArrayList<>();
        for (List<PythonToken> argument : line.is(2, "(") ? line.arguments(2) : List.<List<PythonToken>>of()) {
            new LogicalLine(line.number(), 0, argument).dotted(0).ifPresent(base -> bases.add(base(base)));
        }
        return bases;
    }

    private String base(String dotted) {
        return imports.ofMetaflow(dotted).filter("FlowSpec"::equals).isPresent()
                ? FlowFile.FLOW_SPEC
                : imports.meaning(dotted);
    }

    private void decorate(LogicalLine decorator) {
        Optional<String> name = decorator.dotted(1);
        Optional<String> ofMetaflow = name.flatMap(imports::ofMetaflow);
        type.open |= ofMetaflow.isEmpty();
        if (ofMetaflow.filter("project"::equals).isPresent()) {
            type.project = optionsOf(decorator, name.get()).getOrDefault("name", Optional.empty());
        }
        ofMetaflow
                .filter(StartDecorators::isOne)
                .ifPresent(start -> StartDecorators.read(start, optionsOf(decorator, name.get()))
                        .ifPresentOrElse(type.starts::add, () -> type.unread.add(start)));
    }

    private static Map<String, Optional<String>> optionsOf(LogicalLine decorator, String name) {
        int open = 1 + LogicalLine.length(name);
        return decorator.is(open, "(") ? CallArguments.named(decorator.arguments(open)) : Map.of();
    }

    /** Whether a line stands in the class. */
    boolean holds(LogicalLine line) {
        return line.indent() > head;
    }

    /** @param line that stands in the class */
    void read(LogicalLine line) {
        indent = indent == NONE ? line.indent() : indent;
        if (line.indent() > indent) {
            readNext(line);
        } else if (line.starts("@")) {
            decorated |= line.dotted(1)
                    .flatMap(imports::ofMetaflow)
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
            readAttribute(line);
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
        Optional<String> foreach =
                CallArguments.named(line.arguments(at + 3)).getOrDefault("foreach", Optional.empty());
        put(new DeclaredStep(step.name(), step.join(), List.copyOf(next), foreach));
    }

    /** {@code name = Config("name", …)}, with a type or without. */
    private void readAttribute(LogicalLine line) {
        int equals = 1;
        if (line.is(1, ":")) {
            while (equals < line.tokens().size() && !line.is(equals, "=")) {
                equals++;
            }
        }
        if (!line.is(equals, "=") || !line.tokens().get(0).isName()) {
            return;
        }
        Optional<String> called = line.dotted(equals + 1);
        int open = equals + 1 + called.map(LogicalLine::length).orElse(0);
        Optional<Kind> kind = called.flatMap(imports::ofMetaflow).map(KINDS::get);
        if (kind.isPresent() && line.is(open, "(")) {
            declare(kind.get(), line, line.arguments(open));
        }
    }

    private void declare(Kind kind, LogicalLine line, List<List<PythonToken>> arguments) {
        Map<String, Optional<String>> options = CallArguments.named(arguments);
        if (!options.containsKey("name") && !arguments.isEmpty()) {
            options.put("name", CallArguments.plain(arguments.get(0)));
        }
        Optional<String> name = options.getOrDefault("name", Optional.empty());
        if (name.isEmpty()) {
            type.open = true;
        } else {
            String attribute = line.tokens().get(0).text();
            type.declared.add(new Declared(kind, name.get(), attribute, options, place + ":" + line.number()));
        }
    }
}
