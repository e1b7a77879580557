package io.flowsweep.sweep.wandb;

import io.flowsweep.codec.ShellWord;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.hocon.HoconWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command of a sweep, with the macros that an agent of W&amp;B fills in, as the command of a flow.
 *
 * @param style in which the values stand on its command line; empty when they do not
 * @param words of the command, or one line for a shell
 * @param shell whether it takes one: for an environment variable, or for the name of the file with the values
 */
record AgentCommand(Optional<String> style, List<String> words, boolean shell) {

    static final List<String> DEFAULT = List.of("${env}", "${interpreter}", "${program}", "${args}");

    private static final String JSON_FILE = "${args_json_file}";

    private static final Map<String, String> STYLES = Map.of(
            "${args}",
            "equals",
            "${args_no_hyphens}",
            "hydra",
            "${args_no_boolean_flags}",
            "space",
            "${args_json}",
            "json");

    private static final Pattern MACRO = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{envvar:([A-Za-z_][A-Za-z0-9_]*)}");

    /** @param program takes the place of {@code ${program}} */
    static AgentCommand of(List<String> command, String program, Problems problems) {
        List<String> styles = command.stream()
                .map(STYLES::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (styles.size() > 1) {
            problems.add(
                    "command", "the command takes its values in " + styles.size() + " ways", "Keep one of ${args…}.");
        }
        boolean shell = command.stream()
                .anyMatch(
                        word -> word.equals(JSON_FILE) || VARIABLE.matcher(word).find());
        List<String> words = new ArrayList<>();
        for (int i = 0; i < command.size(); i++) {
            String word = command.get(i);
            if (word.equals("${env}")) {
                boolean assigns = i + 1 < command.size() && command.get(i + 1).matches("\\w+=.*");
                words.addAll(assigns ? List.of("env") : List.of());
            } else if (STYLES.containsKey(word)) {
                words.add("${args}");
            } else {
                String filled = word.replace("${interpreter}", "python3").replace("${program}", program);
                checkMacros(filled, problems);
                words.add(shell ? quoted(filled) : filled);
            }
        }
        Optional<String> style = styles.stream().findFirst();
        return new AgentCommand(style, shell ? List.of(String.join(" ", words)) : words, shell);
    }

    private static void checkMacros(String word, Problems problems) {
        MACRO.matcher(word).results().map(MatchResult::group).forEach(macro -> {
            if (!macro.equals(JSON_FILE) && !VARIABLE.matcher(macro).matches()) {
                List<String> known = Stream.concat(
                                STYLES.keySet().stream(),
                                Stream.of("${env}", "${interpreter}", "${program}", JSON_FILE))
                        .sorted()
                        .toList();
                problems.add("command", "there is no macro " + macro, Suggestions.didYouMean(macro, known));
            }
        });
    }

    /** A word for a shell, with the variables in it. */
    private static String quoted(String word) {
        if (word.equals(JSON_FILE)) {
            return "\"$FLOWSWEEP_CONFIG\"";
        }
        Matcher variable = VARIABLE.matcher(word);
        StringBuilder quoted = new StringBuilder();
        int done = 0;
        while (variable.find()) {
            quoted.append(literal(word, done, variable.start()));
            quoted.append("\"$").append(variable.group(1)).append('"');
            done = variable.end();
        }
        return quoted.append(literal(word, done, word.length())).toString();
    }

    private static String literal(String word, int from, int to) {
        return from == to ? "" : ShellWord.of(word.substring(from, to));
    }

    /** Whether booleans are given as Python writes them: True, False. */
    boolean givesPythonsBooleans() {
        return style.equals(Optional.of("equals"));
    }

    /** @param directory of the program, from the sweep file; empty when it is beside it */
    void write(HoconWriter file, String directory) {
        file.open("flow");
        file.line("command = "
                + (shell
                        ? HoconWriter.value(words.get(0))
                        : words.stream().map(HoconWriter::value).collect(Collectors.joining(", ", "[", "]"))));
        if (shell) {
            file.line("shell = true");
        }
        style.filter(named -> !named.equals("equals")).ifPresent(named -> file.line("args_style = " + named));
        if (!directory.isEmpty()) {
            file.line("directory = " + HoconWriter.value(directory));
        }
        file.line("# env { WANDB_MODE = offline }");
        file.close();
    }
}
