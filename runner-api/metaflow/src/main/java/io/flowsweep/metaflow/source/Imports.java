package io.flowsweep.metaflow.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a Python file imports: which modules, and what its names stand for. */
final class Imports {

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> modules = new LinkedHashSet<>();

    static Imports of(List<LogicalLine> lines) {
        Imports imports = new Imports();
        lines.forEach(imports::add);
        return imports;
    }

    /**
     * The modules that it names, each with those above it: of {@code a.b} also {@code a}. Those of {@code from a import b} are both
     * {@code a} and {@code a.b}, which may be a module too. A relative one begins with its dots.
     */
    Set<String> modules() {
        return modules;
    }

    /**
     * What a dotted name of the file stands for, with its module; the name itself when it is defined in the file, and the name behind
     * {@code *} when all that Metaflow has was imported and it may be of that.
     */
    String meaning(String dotted) {
        int dot = dotted.indexOf('.');
        String first = dot < 0 ? dotted : dotted.substring(0, dot);
        String rest = dot < 0 ? "" : dotted.substring(dot);
        if (names.containsKey(first)) {
            return names.get(first) + rest;
        }
        return names.containsKey("*metaflow") && dot < 0 && Character.isUpperCase(dotted.charAt(0))
                ? "*" + dotted
                : dotted;
    }

    /** The simple name of what Metaflow has that a dotted name of the file stands for; empty when it stands for anything else. */
    Optional<String> ofMetaflow(String dotted) {
        String meaning = meaning(dotted);
        if (meaning.startsWith("*")) {
            return Optional.of(meaning.substring(1));
        }
        return meaning.startsWith("metaflow.")
                ? Optional.of(meaning.substring(meaning.lastIndexOf('.') + 1))
                : Optional.empty();
    }

    private void add(LogicalLine line) {
        if (line.starts("import")) {
            line = withOpening(line, 1);
            for (List<PythonToken> part : line.arguments(0)) {
                addModule(new LogicalLine(line.number(), 0, part));
            }
        } else if (line.starts("from")) {
            addFrom(line);
        }
    }

    private void addModule(LogicalLine part) {
        part.dotted(0).ifPresent(module -> {
            remember(module);
            int as = LogicalLine.length(module);
            if (part.is(as, "as") && as + 1 < part.tokens().size()) {
                names.put(part.tokens().get(as + 1).text(), module);
            } else {
                String first = module.split("\\.")[0];
                names.put(first, first);
            }
        });
    }

    private void addFrom(LogicalLine line) {
        StringBuilder module = new StringBuilder();
        int i = 1;
        for (; i < line.tokens().size() && !line.is(i, "import"); i++) {
            module.append(line.tokens().get(i).text());
        }
        if (module.isEmpty() || i == line.tokens().size()) {
            return;
        }
        remember(module.toString());
        String prefix = module.toString().endsWith(".") ? module.toString() : module + ".";
        LogicalLine what = line.is(i + 1, "(") ? line : withOpening(line, i + 1);
        for (List<PythonToken> part : what.arguments(line.is(i + 1, "(") ? i + 1 : 0)) {
            String name = part.get(0).text();
            if (name.equals("*")) {
                names.put("*" + module, "");
                continue;
            }
            modules.add(prefix + name);
            boolean renamed = part.size() == 3 && part.get(1).is("as");
            names.put(renamed ? part.get(2).text() : name, prefix + name);
        }
    }

    private void remember(String module) {
        for (int dot = module.indexOf('.', 1); dot > 0; dot = module.indexOf('.', dot + 1)) {
            if (module.charAt(dot - 1) != '.') {
                modules.add(module.substring(0, dot));
            }
        }
        modules.add(module);
    }

    /** What begins there, in a bracket. */
    private static LogicalLine withOpening(LogicalLine line, int from) {
        List<PythonToken> tokens = new ArrayList<>();
        tokens.add(new PythonToken(PythonToken.Kind.SIGN, "(", line.number()));
        tokens.addAll(line.tokens()
                .subList(Math.min(from, line.tokens().size()), line.tokens().size()));
        return new LogicalLine(line.number(), line.indent(), tokens);
    }
}
