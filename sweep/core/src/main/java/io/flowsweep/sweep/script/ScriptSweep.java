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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The sweep file for a script in Python: its arguments as a config, axes to choose from, and the metrics that it seems to print. It
 * can be planned and run as it stands, once for the script's own defaults.
 */
public final class ScriptSweep {

    /** How libraries for command lines take their arguments, where it is not {@code --name=value}. */
    private static final Map<String, String> STYLES =
            Map.of("Hydra", "hydra", "click", "space", "Typer", "space", "tyro", "space", "transformers", "space");

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
        notes.addAll(read.notes());
        this.arguments = usable();
        if (arguments.isEmpty()) {
            throw unreadable();
        }
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

    /** Those of the subcommand, each name once; of a script that has one, its own options would have to stand before it. */
    private List<ScriptArgument> usable() {
        Map<String, ScriptArgument> usable = new LinkedHashMap<>();
        for (ScriptArgument argument : read.arguments()) {
            boolean own = argument.command().isEmpty();
            if (own && command.isPresent() && !argument.isPositional()) {
                notes.add(place(argument) + argument.name() + " is left out: it stands before the subcommand "
                        + command.get() + "; write it into the command");
            } else if (own || argument.command().equals(command)) {
                usable.putIfAbsent(argument.name(), argument);
            }
        }
        return List.copyOf(usable.values());
    }

    private InvalidInputException unreadable() {
        Optional<Map.Entry<String, Integer>> other =
                read.others().entrySet().stream().findFirst();
        return new InvalidInputException(
                "the script takes no arguments by argparse"
                        + other.map(library -> "; it uses " + library.getKey()).orElse(""),
                SourcePlaces.of(script)
                        + other.map(library -> ":" + library.getValue()).orElse(""),
                "Write the sweep file by hand: flow { command = "
                        + HoconWriter.value(List.of(
                                "python3",
                                script.getFileName().toString(),
                                other.filter(library -> library.getKey().equals("sys.argv"))
                                        .map(library -> "${config.lr}")
                                        .orElse("${args}")))
                        + other.flatMap(library -> Optional.ofNullable(STYLES.get(library.getKey())))
                                .map(style -> ", args_style = " + style)
                                .orElse("")
                        + " } and config { lr = 0.1 } with the names that it takes; docs/commands.md has all.");
    }

    /** The one with the most arguments, of a script that does several things. */
    private Optional<String> subcommand() {
        Map<String, Integer> counts = new TreeMap<>();
        read.arguments().forEach(argument -> argument.command().ifPresent(name -> counts.merge(name, 1, Integer::sum)));
        Optional<String> chosen =
                counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        chosen.ifPresent(counts::remove);
        if (!counts.isEmpty()) {
            notes.add("the sweep runs the subcommand " + chosen.orElseThrow() + "; for "
                    + String.join(" or ", counts.keySet()) + " change the command and the config");
        }
        return chosen;
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
                .orElse(
                        argument.choices().isEmpty()
                                ? ConfigLine.MISSING
                                : argument.choices().get(0));
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
        Set<ScriptArgument.Exclusive> chosen = new HashSet<>();
        for (ScriptArgument argument : arguments) {
            if (!ConfigLine.isPossible(argument)) {
                if (isLeftOut(argument)) {
                    notes.add(
                            place(argument) + argument.name()
                                    + " is left out, as the script does not require it; write it into the command where it is wanted");
                } else if (!argument.isPositional()) {
                    notes.add(place(argument) + argument.name() + " is left out: "
                            + (argument.name().startsWith("--")
                                    ? "a config cannot give it several times"
                                    : "it has no long name; write it into the command"));
                }
                continue;
            }
            if (isBelowAnother(argument)) {
                notes.add(place(argument) + argument.name()
                        + " is left out: a config cannot have a value and values below it");
                continue;
            }
            boolean first = argument.exclusive().filter(chosen::add).isPresent();
            ConfigLine line =
                    argument.exclusive().isPresent() ? ConfigLine.exclusive(argument, first) : ConfigLine.of(argument);
            line.note().ifPresent(note -> notes.add(place(argument) + note));
            if (line.value().filter(ConfigLine.MISSING::equals).isPresent()) {
                notes.add("set config." + line.path() + ", which the script requires");
            }
            lines.put(argument, line);
        }
        return lines;
    }

    /** One that is known by its place, and need not be given. */
    private boolean isLeftOut(ScriptArgument argument) {
        return argument.isPositional() && !placed().contains(argument);
    }

    /** {@code --model.depth} is, when there is {@code --model}. */
    private boolean isBelowAnother(ScriptArgument argument) {
        return arguments.stream().anyMatch(other -> argument.name().startsWith(other.name() + "."));
    }

    private String place(ScriptArgument argument) {
        Path file = argument.file().map(script::resolveSibling).orElse(script);
        return SourcePlaces.of(file) + ":" + argument.line() + ": ";
    }

    private void metrics(HoconWriter file, Map<ScriptArgument, ConfigLine> lines) {
        PrintedMetrics metrics = new PrintedMetrics(
                read.printed(), lines.values().stream().map(ConfigLine::key).toList());
        file.comment(
                "What is read from the lines that the script prints: NAME=1.5 or NAME: 1.5. docs/commands.md has other ways.");
        String dead = metrics.names().isEmpty() ? "# " : "";
        List<String> names = metrics.names().isEmpty() ? List.of("accuracy") : metrics.names();
        file.line(dead + "metrics {");
        names.forEach(name -> file.line(dead + "  " + metrics.line(name)));
        file.line(dead + "}");
        file.line(dead + "objective = " + HoconWriter.value(metrics.objective().orElse("accuracy")));
        if (metrics.names().isEmpty()) {
            notes.add("say in metrics what a run brings; nothing was found that the script prints");
        }
    }
}
