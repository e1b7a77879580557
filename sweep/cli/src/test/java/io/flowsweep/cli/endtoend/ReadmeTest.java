package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What README.md shows works as it is written there. */
@Timeout(600)
class ReadmeTest {

    private static final Path README = Path.of("../../README.md");

    @TempDir
    Path folder;

    @BeforeEach
    void writeWhatTheReadmeShows() throws IOException {
        Files.writeString(folder.resolve("Pendulum.java"), block("java", "class Pendulum"));
        Files.writeString(folder.resolve("pendulum.conf"), block("hocon", "name = pendulum"));
    }

    /** The code block of a language that contains a text. */
    private static String block(String language, String containing) throws IOException {
        Matcher blocks = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README));
        while (blocks.find()) {
            if (blocks.group(1).contains(containing)) {
                return blocks.group(1);
            }
        }
        throw new AssertionError("README.md has no block of " + language + " with " + containing);
    }

    @Test
    void theSweepHasEightVariantsAndRuns() throws IOException {
        Result plan = CommandLineProcess.run(folder, "plan", "pendulum.conf");
        assertThat(plan.out()).contains("8 variants");

        Result run = CommandLineProcess.run(folder, "run", "pendulum.conf");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("8 of 8 variants succeeded").contains("2.00607");
        assertThat(folder.resolve("results/pendulum/latest/results.csv")).exists();
    }

    @Test
    void theProgramRuns() throws IOException, InterruptedException {
        List<String> lines = block("java", "Runner.of").lines().toList();
        String imports = lines.stream().filter(l -> l.startsWith("import")).collect(Collectors.joining("\n"));
        String body = lines.stream().filter(l -> !l.startsWith("import")).collect(Collectors.joining("\n"));
        Path program = Files.writeString(
                folder.resolve("Program.java"),
                imports + "\nimport java.nio.file.Path;\nimport java.util.Map;\n"
                        + "public class Program { public static void main(String[] args) {\n" + body
                        + "\nSystem.out.println(period); } }\n");

        List<String> command = JavaProcess.javaWithClassPath();
        command.add(program.toString());
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes())).startsWith("2.00606");
        assertThat(process.waitFor()).isZero();
    }
}
