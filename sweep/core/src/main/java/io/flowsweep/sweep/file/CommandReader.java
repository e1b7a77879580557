package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.command.ArgsStyle;
import io.flowsweep.command.CommandFlow;
import io.flowsweep.command.Globs;
import io.flowsweep.plan.CommandPlan.GracePlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.runner.Runner;
import io.flowsweep.sweep.file.axis.AxisCommands;
import io.flowsweep.sweep.file.axis.AxisCommands.AxisCommand;
import io.flowsweep.sweep.file.base.RunReader;
import io.flowsweep.sweep.file.base.VariantTexts;
import io.flowsweep.sweep.file.text.FileContext;
import io.flowsweep.sweep.file.text.FileNames;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.spec.FlowInCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code flow { command = [python3, train.py, "${args}"], … }}. The texts of {@code command} and {@code env} keep their
 * {@code ${…}}, which each variant expands.
 */
final class CommandReader {

    private static final String EACH = "${args}";
    private static final Map<String, Object> ARGS = Map.of("args", EACH);

    /** A reference that does not end is a text like any other; hardly anybody means one. */
    private static final Pattern OPEN = Pattern.compile("\\$\\{[^}]*$");

    static final Set<String> KEYS = Set.of(
            AxisCommands.KEY,
            "name",
            "shell",
            "args_style",
            "directory",
            "env",
            "inputs",
            "work",
            "config_format",
            "artifacts",
            "stderr",
            "stop");

    private final FileNames names;
    private final VariantTexts texts;
    private final Collection<Path> read;

    /** @param read the files of which the sweep is made: they are no inputs */
    CommandReader(FileNames names, VariantTexts texts, Collection<Path> read) {
        this.names = names;
        this.texts = texts;
        this.read = read;
    }

    /** {@code flow { command … }}; empty when a problem was added. */
    Optional<FlowInCode> read() {
        return texts.templateOf("flow", ARGS)
                .flatMap(section -> command(section)
                        .map(flow -> made(flow, section.text("name").orElse("flow"))));
    }

    /** A command that is a value of an axis; empty when a problem was added. */
    Optional<FlowInCode> read(String value, AxisCommand command, FileContext context) {
        texts.checkReferences(command.object().unwrapped(), ARGS, command.where());
        Section section = new Section("flow", command.object(), command.where(), context);
        return command(section).map(flow -> made(flow, value));
    }

    private FlowInCode made(CommandFlow flow, String value) {
        return new FlowInCode(FlowInCode.commandPath(names.file(), value), Runner.of(flow), Optional.of(flow));
    }

    private Optional<CommandFlow> command(Section section) {
        section.allow(KEYS, Set.of());
        boolean shell = section.flag("shell");
        Optional<List<String>> argv = argv(section, shell);
        Optional<Path> directory = directory(section);
        if (argv.isEmpty() || directory.isEmpty()) {
            return Optional.empty();
        }
        String[] words = argv.get().stream()
                .map(word -> texts.withLet(word, section.where(AxisCommands.KEY)))
                .toArray(String[]::new);
        CommandFlow flow = shell ? CommandFlow.ofShell(words[0]) : CommandFlow.of(words);
        flow = flow.directory(directory.get()).without(read).places(places(section));
        Optional<String> name = section.text("name");
        flow = name.isPresent() ? flow.name(name.get()) : flow;
        flow = section.word("args_style", ArgsStyle.class).map(flow::args).orElse(flow);
        flow = section.word("work", WorkPolicy.class).map(flow::work).orElse(flow);
        flow = globs(section, "inputs").map(flow::inputs).orElse(flow);
        flow = globs(section, "artifacts").map(flow::artifacts).orElse(flow);
        for (Map.Entry<String, String> variable : environment(section).entrySet()) {
            flow = flow.env(variable.getKey(), texts.withLet(variable.getValue(), section.where("env")));
        }
        return Optional.of(stopped(section, printing(section, formatted(section, flow))));
    }

    private static CommandFlow formatted(Section section, CommandFlow flow) {
        Optional<String> format = section.text("config_format");
        if (format.isEmpty() || format.get().equals("json")) {
            return flow;
        }
        return format.get().equals("yaml")
                ? flow.yamlConfig(true)
                : section.<CommandFlow>wrong("config_format", "json or yaml", format.get())
                        .orElse(flow);
    }

    private static CommandFlow printing(Section section, CommandFlow flow) {
        Optional<String> errors = section.text("stderr");
        if (errors.isEmpty() || errors.get().equals("apart")) {
            return flow;
        }
        return errors.get().equals("together")
                ? flow.together(true)
                : section.<CommandFlow>wrong("stderr", "apart or together", errors.get())
                        .orElse(flow);
    }

    private static CommandFlow stopped(Section section, CommandFlow flow) {
        Optional<Section> stop = section.section("stop");
        if (stop.isEmpty()) {
            return flow;
        }
        stop.get().allow(Set.of("interrupt", "terminate"), Set.of());
        Duration interrupt = RunReader.duration(stop.get(), "interrupt").orElse(GracePlan.DEFAULT.interrupt());
        Duration terminate = RunReader.duration(stop.get(), "terminate").orElse(GracePlan.DEFAULT.terminate());
        return flow.graces(interrupt, terminate);
    }

    private Optional<Path> directory(Section section) {
        String where = section.where("directory");
        return section.attempt(() -> names.resolve(section.text("directory").orElse("."), where));
    }

    /** One text for a shell; else a list. A text without a shell is refused, as nothing would take it apart. */
    private static Optional<List<String>> argv(Section section, boolean shell) {
        Object command =
                section.raw(AxisCommands.KEY).map(ConfigValue::unwrapped).orElse(null);
        if (shell) {
            return command instanceof String line && !line.isBlank()
                    ? Optional.of(List.of(line))
                    : section.wrong(
                            AxisCommands.KEY,
                            "one text with shell = true, such as \"python3 train.py ${args}\"",
                            command);
        }
        if (command instanceof String) {
            return section.wrong(
                    AxisCommands.KEY,
                    "a list, such as [python3, train.py, \"${args}\"], or one text with shell = true",
                    command);
        }
        return words(command)
                .filter(words -> !words.isEmpty() && !words.get(0).isBlank())
                .or(() -> section.wrong(
                        AxisCommands.KEY, "a list of texts, such as [python3, train.py, \"${args}\"]", command))
                .filter(words -> areClosed(section, words));
    }

    private static boolean areClosed(Section section, List<String> words) {
        for (String word : words) {
            if (OPEN.matcher(word).find()) {
                section.wrong(AxisCommands.KEY, "of texts in which each ${ has its }", word);
                return false;
            }
            if (word.contains(EACH) && !word.equals(EACH)) {
                section.wrong(AxisCommands.KEY, "such that \"${args}\" is an argument of its own", word);
                return false;
            }
        }
        return true;
    }

    private static Optional<String[]> globs(Section section, String key) {
        Object value = section.raw(key).map(ConfigValue::unwrapped).orElse(null);
        if (value == null) {
            return Optional.empty();
        }
        String where = section.where(key);
        return words(value instanceof String ? List.of(value) : value)
                .or(() -> section.wrong(key, "a list of globs, such as [\"*.py\"]", value))
                .map(globs -> globs.stream()
                        .flatMap(glob -> section.attempt(() -> Globs.checked(glob, where)).stream())
                        .toArray(String[]::new));
    }

    /** Empty when it is no list of texts and numbers. */
    private static Optional<List<String>> words(Object value) {
        boolean plain = value instanceof List<?> items
                && items.stream().noneMatch(item -> item == null || item instanceof Map || item instanceof List);
        return plain
                ? Optional.of(((List<?>) value)
                        .stream()
                                .map(item -> PlainValues.text(PlainValues.canonical(item)))
                                .toList())
                : Optional.empty();
    }

    private static Map<String, String> environment(Section section) {
        Map<String, String> variables = new LinkedHashMap<>();
        Optional<ConfigValue> given = section.raw("env");
        if (given.isPresent() && !(given.get() instanceof ConfigObject)) {
            section.wrong("env", "an object { NAME = value }", given.get().unwrapped());
            return variables;
        }
        given.ifPresent(object -> ((Map<?, ?>) object.unwrapped()).forEach((name, value) -> {
            if (value == null || value instanceof Map || value instanceof List || ((String) name).contains("=")) {
                section.wrong("env", "names with texts", object.unwrapped());
            } else {
                variables.put((String) name, PlainValues.text(PlainValues.canonical(value)));
            }
        }));
        return variables;
    }

    private static Map<String, String> places(Section section) {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("", section.where());
        KEYS.stream().filter(section::has).forEach(key -> places.put(key, section.where(key)));
        return places;
    }
}
