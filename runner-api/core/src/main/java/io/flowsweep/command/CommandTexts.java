package io.flowsweep.command;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.codec.ShellWord;
import io.flowsweep.config.Scope;
import io.flowsweep.errors.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts of a command with the values of one run in them. */
final class CommandTexts {

    private static final String ARGS = "${args}";

    /** Stands for a value that somebody has to give. */
    private static final String MISSING = "???";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*}");

    private final CommandSpec spec;
    private final Scope scope;
    private final List<String> arguments;

    /**
     * @param names what {@code ${…}} finds besides
     * @param configs by name
     */
    CommandTexts(CommandSpec spec, Map<String, Object> names, Map<String, Object> configs, Map<String, Object> params) {
        this.spec = spec;
        Map<String, Object> config = one(configs);
        Map<String, Object> all = new LinkedHashMap<>(names);
        all.put("config", config);
        all.put("configs", configs);
        all.put("params", params);
        this.scope = Scope.of(all);
        Map<String, Object> given = new LinkedHashMap<>(config);
        given.putAll(params);
        this.arguments = spec.style().render(given);
    }

    /** The config, or all of several by their names. */
    static Map<String, Object> one(Map<String, Object> configs) {
        Object only = configs.size() == 1 ? configs.values().iterator().next() : configs;
        return only instanceof Map<?, ?> values ? PlainValues.canonicalMap(values) : configs;
    }

    List<String> argv() {
        if (spec.shell()) {
            return List.of("sh", "-c", line(spec.argv().get(0)));
        }
        List<String> argv = new ArrayList<>();
        for (String text : spec.argv()) {
            if (text.equals(ARGS)) {
                argv.addAll(arguments);
            } else {
                argv.add(given(scope.expandText(text, spec.where("command"))));
            }
        }
        return argv;
    }

    private String given(String argument) {
        if (argument.equals(MISSING)) {
            throw new InvalidInputException(
                    "an argument of the command has no value yet: it is \"" + MISSING + "\"",
                    spec.where("command"),
                    "Write one there, or into let or the config if that is where it is from.");
        }
        return argument;
    }

    /** Those that the command asks for; Hydra, which else says of a failure only where to read of it, is told to say all. */
    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        if (spec.style() == ArgsStyle.HYDRA) {
            variables.put("HYDRA_FULL_ERROR", "1");
        }
        spec.environment()
                .forEach((name, text) -> variables.put(name, scope.expandText(text, spec.where("environment"))));
        return variables;
    }

    /** Each value is one word for the shell. */
    private String line(String text) {
        return REFERENCE.matcher(text).replaceAll((MatchResult reference) -> {
            String value = reference.group().equals(ARGS)
                    ? arguments.stream().map(ShellWord::of).collect(Collectors.joining(" "))
                    : ShellWord.of(scope.expandText(reference.group(), spec.where("command")));
            return Matcher.quoteReplacement(value);
        });
    }
}
