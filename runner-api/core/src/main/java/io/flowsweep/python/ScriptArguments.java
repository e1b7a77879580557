package io.flowsweep.python;

import io.flowsweep.codec.Json;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a script in Python takes on its command line, as far as its text tells.
 *
 * <p>The text is parsed, by Python's own parser, and never run: {@code --help} would import all that the script does, which takes
 * seconds, needs its packages, and may have effects. What only a run can tell (a name made in a loop, a default that asks the
 * machine) is left out, and said in the notes.
 *
 * @param arguments in the order of the text
 * @param notes what could not be told, each with its line
 * @param printed names that the script seems to print before values, in the order of the text, each with how a metric reads them:
 *     {@code stdout}, or {@code artifact} and {@code reported} of lines that are meant for FlowSweep
 * @param others by what else it may take arguments: libraries for command lines, other than argparse, that it imports, or
 *     {@code sys.argv}; each with its line
 */
public record ScriptArguments(
        List<ScriptArgument> arguments, List<String> notes, Map<String, String> printed, Map<String, Integer> others) {

    /**
     * Reads a script.
     *
     * @throws InvalidInputException when there is no such file, it is not Python, or this machine has no Python to parse it with
     */
    public static ScriptArguments read(Path script) {
        if (!Files.isRegularFile(script)) {
            throw new InvalidInputException("there is no script", SourcePlaces.of(script), "");
        }
        Interpreter python = new Interpreters(System.getenv()).find(Optional.empty());
        String answer = answer(List.of(
                python.command().toString(),
                "-I",
                "-W",
                "ignore",
                "-c",
                program(),
                script.toAbsolutePath().toString()));
        Map<String, Object> read = Json.parseObject(answer);
        if (read.get("fault") != null) {
            throw new InvalidInputException(
                    "this is not Python " + python.version() + ": " + read.get("fault"),
                    SourcePlaces.of(script) + ":" + read.get("line"),
                    "");
        }
        return new ScriptArguments(
                objects(read, "arguments").map(ScriptArgument::of).toList(),
                objects(read, "notes")
                        .map(note -> SourcePlaces.of(script.resolveSibling(file(script, note))) + ":" + note.get("line")
                                + ": " + note.get("text"))
                        .toList(),
                printed((Map<?, ?>) read.get("printed")),
                others(objects(read, "others")));
    }

    private static String file(Path script, Map<?, ?> note) {
        String file = (String) note.get("file");
        return file.isEmpty() ? script.getFileName().toString() : file;
    }

    private static String answer(List<String> command) {
        try {
            Tool.Result told = Tool.run(command, System.getenv(), Path.of("/"), line -> {});
            if (!told.succeeded()) {
                throw new FlowSweepException("the script could not be parsed: " + String.join("; ", told.lines()));
            }
            return String.join("\n", told.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program() {
        try (InputStream text = ScriptArguments.class.getResourceAsStream("arguments.py")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Map<?, ?>> objects(Map<String, Object> read, String key) {
        return ((List<?>) read.get(key)).stream().map(each -> (Map<?, ?>) each);
    }

    private static Map<String, String> printed(Map<?, ?> json) {
        Map<String, String> printed = new LinkedHashMap<>();
        json.forEach((name, source) -> printed.put((String) name, (String) source));
        return printed;
    }

    private static Map<String, Integer> others(Stream<Map<?, ?>> json) {
        Map<String, Integer> others = new LinkedHashMap<>();
        json.forEach(each -> others.put((String) each.get("name"), ((Number) each.get("line")).intValue()));
        return others;
    }
}
