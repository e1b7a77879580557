package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.cli.endtoend.Manual.Block;
import io.flowsweep.cli.endtoend.Manual.Command;
import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the manual shows works as it is written there, and prints what it says. */
@Timeout(600)
class ManualTest {

    private static final Path DOCS = Path.of("../../docs");

    @TempDir
    Path folder;

    private String path = System.getenv("PATH");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flows.md",
                "client.md",
                "java.md",
                "cards.md",
                "charts.md",
                "results.md",
                "overrides.md",
                "resuming.md",
                "dependencies.md",
                "resources.md",
                "running.md",
                "deployer.md",
                "commands.md",
                "scheduling.md"
            })
    void doesWhatItSays(String page) throws IOException, InterruptedException {
        assumeTrue(!page.equals("commands.md") || hasPython(), "python3 is not installed");
        follow(page);
    }

    @Test
    void metaflowDoesWhatItSays() throws IOException, InterruptedException {
        String python = System.getenv("FLOWSWEEP_METAFLOW_PYTHON");
        assumeTrue(
                python != null && !python.isEmpty(),
                "needs an interpreter with Metaflow: name its python in FLOWSWEEP_METAFLOW_PYTHON");
        path = Path.of(python).getParent() + ":" + path;
        follow("metaflow.md");
    }

    private void follow(String page) throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve(".flowsweep"));
        for (Block block : Manual.read(DOCS.resolve(page)).blocks()) {
            String where = page + ":" + block.line();
            if (block.file().isPresent()) {
                Files.writeString(folder.resolve(block.file().get()), block.text());
            } else if (block.language().equals("java")) {
                runProgram(where, block.text());
            } else if (block.language().equals("console")) {
                for (Command command : Manual.commands(block)) {
                    runCommand(page + ":" + command.line(), command);
                }
            }
        }
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void runCommand(String where, Command command) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("PATH", path));
        List<String> words = new ArrayList<>(command.words());
        while (words.get(0).contains("=")) {
            String[] variable = words.remove(0).split("=", 2);
            environment.put(variable[0], variable[1]);
        }
        assertThat(words.remove(0)).as(where).isEqualTo("flowsweep");
        Result result = CommandLineProcess.run(folder, environment, words.toArray(String[]::new));
        String printed = result.out() + result.err();
        assertThat(result.exitCode()).as(where + "\n" + printed).isEqualTo(command.exitCode());
        if (!command.printed().isEmpty()) {
            assertThat(printed.strip() + "\n").as(where).matches(pattern(command.printed()));
        }
    }

    /** A line that holds only … stands for any number of lines. */
    private static Pattern pattern(List<String> lines) {
        return Pattern.compile(lines.stream()
                .map(line -> line.equals("…") ? "(?:.*\n)*?" : line(line) + " *\n")
                .collect(Collectors.joining()));
    }

    private static String line(String line) {
        return Stream.of(line.stripTrailing().split("…", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }

    private void runProgram(String where, String text) throws IOException, InterruptedException {
        String imports = text.lines().filter(l -> l.startsWith("import")).collect(Collectors.joining("\n"));
        String body = text.lines().filter(l -> !l.startsWith("import")).collect(Collectors.joining("\n"));
        Path program = Files.writeString(folder.resolve("Program.java"), """
                %s
                import io.flowsweep.client.*;
                import io.flowsweep.runner.*;
                import java.nio.file.Path;
                import java.time.Duration;
                import java.util.*;
                public class Program {
                    public static void main(String[] args) throws Exception {
                %s
                    }
                }
                """.formatted(imports, body));
        List<String> command = JavaProcess.javaWithClassPath();
        command.addAll(List.of("-ea", program.getFileName().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", path);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(where + "\n" + printed).isZero();
    }
}
