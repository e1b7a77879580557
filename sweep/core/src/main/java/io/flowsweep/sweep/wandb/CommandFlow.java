package io.flowsweep.sweep.wandb;

import io.flowsweep.codec.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a flow that runs a command with a variant's values, as an agent of W&amp;B would. */
final class CommandFlow {

    static final List<String> DEFAULT = List.of("${env}", "${interpreter}", "${program}", "${args}");

    /** Names that the flow itself has, and words that no field can have. */
    static final Set<String> RESERVED = Set.of(
            "config", "start", "end", "current", "command", "add", "json", "class", "new", "int", "double", "float",
            "long", "short", "byte", "char", "boolean", "return", "for", "while", "do", "if", "else", "this", "super",
            "default", "final", "static", "void", "true", "false", "null", "public", "private", "import", "package",
            "switch", "case");

    private static final String SOURCE = """
            import io.flowsweep.flow.FlowConfig;
            import io.flowsweep.flow.FlowSpec;
            import io.flowsweep.flow.Step;
            import java.io.BufferedReader;
            import java.io.IOException;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.regex.Matcher;
            import java.util.regex.Pattern;
            import java.util.stream.Collectors;

            /** Runs a command with the values of a variant. */
            public class @NAME@ extends FlowSpec {

                private static final List<String> COMMAND = List.of(
                        @WORDS@);

                @FlowConfig
                Map<String, Object> config;
            @FIELD@
                @Step(next = "end")
                void start() throws IOException, InterruptedException {
                    Path folder = current().sourceDirectory().orElse(Path.of("")).toAbsolutePath();
                    Process process = new ProcessBuilder(command())
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
                    try (BufferedReader output = process.inputReader()) {
                        for (String line = output.readLine(); line != null; line = output.readLine()) {
                            System.out.println(line);@READ@
                        }
                    }
                    int exit = process.waitFor();
                    if (exit != 0) {
                        throw new IllegalStateException("the command ended with " + exit);
                    }
                }

                @Step
                void end() {}

                private List<String> command() throws IOException {
                    List<String> words = new ArrayList<>();
                    for (String word : COMMAND) {
                        switch (word) {
                            case "${args}" -> config.forEach((key, value) -> words.add("--" + key + "=" + json(value)));
                            case "${args_no_hyphens}" -> config.forEach((key, value) -> words.add(key + "=" + json(value)));
                            case "${args_no_boolean_flags}" -> config.forEach((key, value) -> {
                                if (value instanceof Boolean flag) {
                                    words.addAll(flag ? List.of("--" + key) : List.of());
                                } else {
                                    words.add("--" + key + "=" + json(value));
                                }
                            });
                            case "${args_json}" -> words.add(json(config));
                            case "${args_json_file}" -> {
                                Path file = Files.createTempFile("args", ".json");
                                words.add(Files.writeString(file, json(config)).toString());
                            }
                            default -> words.add(
                                    word.startsWith("${envvar:")
                                            ? variable(word.substring("${envvar:".length(), word.length() - 1))
                                            : word);
                        }
                    }
                    return words;
                }

                private static String variable(String name) {
                    return System.getenv().getOrDefault(name, "");
                }

                /** A text alone stands as it is, everything else as JSON. */
                private static String json(Object value) {
                    if (value instanceof Map<?, ?> map) {
                        return map.entrySet().stream()
                                .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                                .collect(Collectors.joining(", ", "{", "}"));
                    }
                    if (value instanceof List<?> items) {
                        return items.stream().map(@NAME@::quoted).collect(Collectors.joining(", ", "[", "]"));
                    }
                    return String.valueOf(value);
                }

                private static String quoted(Object value) {
                    return value instanceof String text
                            ? '"' + text.replace("\\\\", "\\\\\\\\").replace("\\"", "\\\\\\"").replace("\\n", "\\\\n") + '"'
                            : json(value);
                }
            }
            """;

    private static final String FIELD = """

                private static final Pattern PRINTED = Pattern.compile(@PATTERN@);

                /** The last number that the command printed behind "@LABEL@:" or "@LABEL@=". */
                Double @ARTIFACT@;
            """;

    private static final String READ = """

                            Matcher printed = PRINTED.matcher(line);
                            while (printed.find()) {
                                @ARTIFACT@ = Double.valueOf(printed.group(1));
                            }""";

    private CommandFlow() {}

    static Conversion.Flow of(String stem, List<String> command, String program, Optional<Metric> metric) {
        String name = className(stem);
        String words = command.stream()
                .map(word -> switch (word) {
                    case "${env}" -> "/usr/bin/env";
                    case "${interpreter}" -> "python";
                    default -> word.replace("${program}", program);
                })
                .map(Json::write)
                .collect(Collectors.joining(",\n            "));
        String source = SOURCE.replace(
                        "@FIELD@\n", metric.map(CommandFlow::field).orElse("") + "\n")
                .replace(
                        "@READ@",
                        metric.map(m -> READ.replace("@ARTIFACT@", m.artifact()))
                                .orElse(""))
                .replace("@NAME@", name)
                .replace("@WORDS@", words);
        return new Conversion.Flow(
                name + ".java", metric.isPresent() ? source : source.replaceAll("import java.util.regex.*\n", ""));
    }

    private static String field(Metric metric) {
        String number = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
        String pattern = "(?<![\\w/.])" + Pattern.quote(metric.name()) + "[\"']?\\s*[:=]\\s*(" + number + ")";
        return FIELD.replace("@PATTERN@", Json.write(pattern))
                .replace("@LABEL@", metric.name().replace("*/", "* /"))
                .replace("@ARTIFACT@", metric.artifact());
    }

    private static String className(String stem) {
        StringBuilder name = new StringBuilder();
        for (String part : stem.split("[^A-Za-z0-9]+")) {
            if (!part.isEmpty()) {
                name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            }
        }
        boolean valid = name.length() > 0 && Character.isJavaIdentifierStart(name.charAt(0));
        return valid ? name.toString() : "Run" + name;
    }
}
