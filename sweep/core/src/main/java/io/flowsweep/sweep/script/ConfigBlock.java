package io.flowsweep.sweep.script;

import io.flowsweep.python.ScriptArgument;
import io.flowsweep.sweep.hocon.HoconWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The config of a script, and the axes that may be made of it.
 *
 * @param lines of the arguments that a config can give, in their order
 */
record ConfigBlock(Map<ScriptArgument, ConfigLine> lines) {

    /** Comments stand below each other as far as no line is longer. */
    private static final int WIDEST = 40;

    void write(HoconWriter file) {
        file.comment("What a variant starts from. What is left out has the script's own default.");
        file.open("config");
        int width = lines.values().stream()
                .mapToInt(line -> line.assignment().length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
        for (ConfigLine line : lines.values()) {
            String assignment = line.assignment();
            String gap = " ".repeat(Math.max(0, width - assignment.length()));
            file.line(line.comment().isEmpty() ? assignment : assignment + gap + "  # " + line.comment());
        }
        file.close();
        file.line("");
    }

    /** As comments: which of them are worth their time, only somebody can say. */
    void writeAxes(HoconWriter file) {
        List<String> axes = new ArrayList<>();
        lines.forEach((argument, line) -> line.value()
                .flatMap(value -> Suggestion.of(argument, value))
                .ifPresent(values -> axes.add(line.path() + " = " + HoconWriter.value(values))));
        if (!axes.isEmpty()) {
            file.comment("Take the # away from what is to vary, and from grid and its end; all combinations are run.");
            file.line("# grid {");
            axes.forEach(axis -> file.line("#   " + axis));
            file.line("# }");
            file.line("");
        }
        lines.values().stream()
                .filter(line -> Suggestion.isSeed(line.key()) && line.value().isPresent())
                .findFirst()
                .ifPresent(seed -> {
                    file.comment("Each variant several times, each time with another seed.");
                    file.line("# repeats { n = 3, seed_path = " + HoconWriter.value(seed.key()) + " }");
                    file.line("");
                });
    }
}
