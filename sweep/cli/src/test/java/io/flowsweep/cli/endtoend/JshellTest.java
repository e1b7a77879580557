package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** JShell as {@code flowsweep jshell} starts it. */
@Timeout(600)
class JshellTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private Result jshell(String... words) throws IOException {
        String[] all = new String[words.length + 2];
        all[0] = "jshell";
        all[1] = "-R-Dflowsweep.home=" + ROOT;
        System.arraycopy(words, 0, all, 2, words.length);
        return CommandLineProcess.run(
                folder, Map.of("FLOWSWEEP_HOME", folder.resolve("store").toString()), all);
    }

    @Test
    void theExampleRunsASweepPrintsTheBestAndSavesAChart() throws IOException {
        Result result = jshell(ROOT.resolve("examples/jshell/sweep.jsh").toString());

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("variant 0: {perf=")
                .containsPattern("The best three of \\d+:\n *variant +cpu +dim +perf")
                .contains("chart " + folder.resolve("matmul.png"));
        assertThat(result.out()
                        .substring(result.out().indexOf("The best three"))
                        .lines())
                .as("a headline, a header, a rule, three rows, the chart")
                .hasSize(7);
        assertThat(Files.readAllBytes(folder.resolve("matmul.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(folder.resolve("results/matmul/latest/results.csv")).exists();
    }

    @Test
    void aScriptHasTheImportsAndItsExitCodeIsTheCommands() throws IOException {
        Path script = Files.writeString(folder.resolve("own.jsh"), """
                var axis = axis("n").values(1, 2)
                Class<?>[] known = {Sweep.class, Runner.class, Client.class, Charts.class, VariantFinished.class}
                System.out.println("known " + known.length)
                System.out.println("memory " + Runtime.getRuntime().maxMemory())
                /exit 7
                """);

        Result result = jshell("-R-Xmx64m", script.toString());

        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(7);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("known 5\n");
        assertThat(Long.parseLong(result.out().replaceAll("(?s).*memory (\\d+).*", "$1")))
                .isLessThan(70L << 20);
    }

    @Test
    void aPromptShowsValuesAndErrorsOnly() throws IOException {
        List<String> typed =
                List.of("sh", "-c", "printf '1 + 1\\nint n = 5\\nvoid f() {}\\nm\\n/exit 3\\n' | exec \"$0\" \"$@\"");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Map<String, String> own =
                Map.of("JAVA_TOOL_OPTIONS", "-Djava.util.prefs.userRoot=" + folder + " -Djava.io.tmpdir=" + temporary);

        for (int session = 1; session <= 2; session++) {
            Result result =
                    CommandLineProcess.start(typed, folder, own, "jshell").result();

            assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(3);
            assertThat(result.out())
                    .startsWith("flowsweep> ")
                    .contains("$1 ==> 2\n")
                    .contains("cannot find symbol")
                    .doesNotContain("created")
                    .doesNotContain("n ==> 5");
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void tellsOtherToolsHowToBeTheSame() throws IOException {
        Map<String, Object> facts = Json.parseObject(
                CommandLineProcess.run(folder, "jshell", "--json").out());

        assertThat((List<?>) facts.get("classpath")).isNotEmpty();
        assertThat(facts.get("startup")).asString().contains("import io.flowsweep.sweep.*;");
    }

    @Test
    void saysWhatItTakes() throws IOException {
        assertThat(CommandLineProcess.run(folder, "jshell", "--help").out())
                .startsWith("Usage: flowsweep jshell [-h] [--json]")
                .contains("/exit");
    }
}
