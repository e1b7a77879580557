package io.flowsweep.sweep.script;

import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.python.ScriptArgument;
import io.flowsweep.python.ScriptArguments;
import io.flowsweep.sweep.hocon.HoconWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sweep file for a script in Python: its arguments as a config, axes to choose from, and the metrics that it seems to print. It
 * can be planned and run as it stands, once for the script's own defaults.
 */
public final class ScriptSweep {

    private final Path script;
    private final Path folder;
    private final ScriptArguments read;
    private final List<ScriptArgument> arguments;
    private final Optional<String> command;
    private final List<String> notes = new ArrayList<>();
    private final String text;

    private ScriptSweep(Path script, Path folder) {
        this.script = script;
        this.folder = folder;
        this.read = ScriptArguments.read(script);
        this.command = subcommand();
        this.arguments = read.arguments().stream()
                .filter(argument ->
                        argument.command().isEmpty() || argument.command().equals(command))
                .toList();
        if (arguments.isEmpty()) {
            throw new InvalidInputException(
                    "the script takes no arguments by argparse"
                            + (read.others().isEmpty() ? "" : "; it uses " + String.join(" and ", read.others())),
                    SourcePlaces.of(script),
                    "Write the sweep file by hand: docs/commands.md shows how; flowsweep init python DIR writes an example.");
        }
        notes.addAll(read.notes());
        this.text = write();
    }

    /**
     * Writes it; no file is touched.
     *
     * @param script to be run
     * @param folder in which the sweep file is to stand
     * @throws InvalidInputException when the script cannot be read, is not Python, or takes nothing by argparse
     */
    public static ScriptSweep of(Path script, Path folder) {
        return new ScriptSweep(
                script.toAbsolutePath().normalize(), folder.toAbsolutePath().normalize());
    }

    /** The name of the sweep, fit to be that of its file. */
    public String name() {
        String stem = script.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        String name = stem.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[^\\p{L}\\p{N}_]+|\\.+$", "");
        return name.isEmpty() ? "sweep" : name;
    }

    public String text() {
        return text;
    }

    /** What somebody has to look at, one sentence each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The one with the most arguments, of a script that does several things. */
    private Optional<String> subcommand() {
        Map<String, Integer> counts = new TreeMap<>();
        read.arguments().forEach(argument -> argument.command().ifPresent(name -> counts.merge(name, 1, Integer::sum)));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private String write() {
        HoconWriter file = new HoconWriter("");
        file.comment("What " + script.getFileName() + " takes on its command line, and what it may be worth to vary.");
        file.line("name = " + HoconWriter.value(name()));
        file.line("");
        positionals(file);
        flow(file);
        Map<ScriptArgument, ConfigLine> lines = lines();
        ConfigBlock config = new ConfigBlock(lines);
        config.write(file);
        config.writeAxes(file);
        metrics(file, lines);
        return file.text();
    }

    private void positionals(HoconWriter file) {
        List<ScriptArgument> placed = placed();
        if (placed.isEmpty()) {
            return;
        }
        file.comment("Arguments that are known by their place.");
        Map<String, Object> values = new LinkedHashMap<>();
        placed.forEach(argument -> values.put(argument.name(), placedValue(argument)));
        file.object("let", values);
        file.line("");
    }

    private List<ScriptArgument> placed() {
        return arguments.stream()
                .filter(ScriptArgument::isPositional)
                .filter(argument -> argument.nargs()
                        .filter(n -> n.equals("?") || n.equals("*"))
                        .isEmpty())
                .toList();
    }

    private Object placedValue(ScriptArgument argument) {
        if (argument.choices().isEmpty() && argument.value().isEmpty()) {
            notes.add("set let." + argument.name() + ", which the script requires");
        }
        return argument.value()
                .orElse(argument.choices().isEmpty() ? "" : argument.choices().get(0));
    }

    private void flow(HoconWriter file) {
        Path home = script.getParent();
        List<String> words =
                new ArrayList<>(List.of("python3", script.getFileName().toString()));
        command.ifPresent(words::add);
        placed().forEach(argument -> words.add("${let." + argument.name() + "}"));
        words.add("${args}");
        file.comment(
                "\"${args}\" stands for the values of the config, --key value each; true stands for --key, false for nothing.");
        file.open("flow");
        file.line("command = " + HoconWriter.value(words));
        file.line("args_style = space");
        if (!home.equals(folder)) {
            file.line("directory = " + HoconWriter.value(relative(folder, home)));
        }
        List<String> inputs = inputs(home);
        if (!inputs.isEmpty()) {
            inputs.add(0, "**.py");
            file.line("inputs = " + HoconWriter.value(inputs));
        }
        file.close();
        file.line("");
    }

    /** Files beside those of the script that its defaults name. */
    private List<String> inputs(Path home) {
        List<String> inputs = new ArrayList<>();
        for (ScriptArgument argument : arguments) {
            if (argument.value().orElse(null) instanceof String name && !name.isBlank()) {
                try {
                    Path named = home.resolve(name).normalize();
                    if (!named.startsWith(home)
                            && Files.isRegularFile(named)
                            && !Path.of(name).isAbsolute()) {
                        inputs.add(relative(home, named));
                    }
                } catch (InvalidPathException e) {
                    continue; // not a file's name
                }
            }
        }
        return inputs;
    }

    private static String relative(Path from, Path to) {
        return from.relativize(to).toString().replace('\\', '/');
    }

    private Map<ScriptArgument, ConfigLine> lines() {
        Map<ScriptArgument, ConfigLine> lines = new LinkedHashMap<>();
        for (ScriptArgument argument : arguments) {
            if (ConfigLine.isPossible(argument)) {
                ConfigLine line = ConfigLine.of(argument);
                line.note().ifPresent(note -> notes.add(place(argument) + note));
                lines.put(argument, line);
            } else if (!argument.isPositional()) {
                notes.add(place(argument) + argument.name() + " is left out: "
                        + (argument.name().startsWith("--")
                                ? "a config cannot give it several times"
                                : "it has no long name; write it into the command"));
            }
        }
        return lines;
    }

    private String place(ScriptArgument argument) {
        return SourcePlaces.of(script) + ":" + argument.line() + ": ";
    }

    private void metrics(HoconWriter file, Map<ScriptArgument, ConfigLine> lines) {
        PrintedMetrics metrics = new PrintedMetrics(
                read.printed(), lines.values().stream().map(ConfigLine::key).toList());
        file.comment(
                "What is read from the lines that the script prints: NAME=1.5 or NAME: 1.5. docs/commands.md has other ways.");
        String dead = metrics.names.isEmpty() ? "# " : "";
        List<String> names = metrics.names.isEmpty() ? List.of("accuracy") : metrics.names;
        file.line(dead + "metrics {");
        names.forEach(name -> file.line(dead + "  " + metrics.line(name)));
        file.line(dead + "}");
        file.line(dead + "objective = " + HoconWriter.value(metrics.objective().orElse("accuracy")));
        if (metrics.names.isEmpty()) {
            notes.add("say in metrics what a run brings; nothing was found that the script prints");
        }
    }
}
