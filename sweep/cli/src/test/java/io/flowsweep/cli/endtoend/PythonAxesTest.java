package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flowsweep.codec.Json;
import io.flowsweep.python.TestPython;
import io.flowsweep.python.Wheels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Python with packages as an axis, from the file to the table. */
@Timeout(600)
class PythonAxesTest {

    @TempDir
    Path folder;

    private Map<String, String> environment;

    @BeforeEach
    void flow() throws IOException {
        assumeTrue(TestPython.isThere(), TestPython.MISSING);
        Wheels.write(folder.resolve("wheels"), "alpha", "1.0");
        Wheels.write(folder.resolve("wheels"), "alpha", "1.10");
        environment = new HashMap<>(TestPython.environment(folder.resolve("wheels")));
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Files.createDirectory(folder.resolve(".flowsweep"));
        Files.writeString(folder.resolve("Asks.java"), """
                import io.flowsweep.flow.*;
                public class Asks extends FlowSpec {
                    @FlowConfig java.util.Map<String, Object> config;
                    Integer minor;
                    @Step(next = "end") void start() throws Exception {
                        if (new java.io.File("broken").exists()) throw new IllegalStateException("broken");
                        Process python = new ProcessBuilder("python3", "-c", "import alpha; print(alpha.VERSION)").start();
                        String version = new String(python.getInputStream().readAllBytes()).strip();
                        minor = Integer.valueOf(version.split("\\\\.")[1]);
                    }
                    @Step void end() {}
                }
                """);
    }

    private CommandLineProcess.Result run(int exitCode, String... arguments) throws IOException {
        CommandLineProcess.Result run = CommandLineProcess.run(folder, environment, arguments);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        return run;
    }

    private List<Map<String, Object>> rows(String file) throws IOException {
        return run(0, "results", file, "--json")
                .out()
                .lines()
                .map(Json::parseObject)
                .toList();
    }

    private void sweep(String text) throws IOException {
        Files.writeString(
                folder.resolve("asks.conf"),
                "flow = Asks.java\nmetrics { minor { artifact = minor } }\nconfig { alpha = \"1.0\" }\n" + text);
    }

    @Test
    void versionsOfAPackageAreComparedAndOneThatIsNotThereFailsAlone() throws IOException {
        sweep("""
                environment { packages = ["alpha==${config.alpha}"] }
                grid { alpha = ["1.0", "1.10", "9.9"] }
                repeats = 2
                """);

        CommandLineProcess.Result run = run(1, "run", "asks.conf", "--json");

        assertThat(run.err().lines().filter(line -> line.startsWith("building an environment")))
                .hasSize(3);
        List<Map<String, Object>> rows = rows("asks.conf");
        assertThat(rows).extracting(row -> row.get("minor")).contains(0L, 10L);
        assertThat(rows).hasSize(3);
        assertThat(run.out()).contains("No matching distribution found for alpha==9.9");

        CommandLineProcess.Result provenance = run(0, "provenance", "asks.conf", "--json");
        assertThat(provenance.out()).contains("\"alpha==1.0\"").contains("\"alpha==1.10\"");
    }

    @Test
    void theContentOfRequirementsIsAPartOfTheIdentity() throws IOException {
        Files.writeString(folder.resolve("requirements.txt"), "alpha==1.0\n");
        sweep("environment { requirements = requirements.txt }\n");
        run(0, "run", "asks.conf");
        assertThat(run(0, "run", "asks.conf", "--json").out()).contains("\"reused\":1");

        Files.writeString(folder.resolve("requirements.txt"), "alpha==1.10\n");
        assertThat(run(0, "resume", "asks.conf", "--json").out()).doesNotContain("RunStarted");
        assertThat(run(0, "run", "asks.conf").out()).contains("1 stale (packages: alpha 1.0→1.10)");

        assertThat(rows("asks.conf")).extracting(row -> row.get("minor")).containsExactly(10L);
        Files.delete(folder.resolve("requirements.txt"));
        assertThat(run(2, "run", "asks.conf").err()).contains("asks.conf:4: there is no file requirements.txt");
    }

    @Test
    void theContentOfALocalPackageIsAPartOfTheIdentity() throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/pyproject.toml"), """
                [project]
                name = "lib"
                version = "1.0"
                [build-system]
                requires = []
                build-backend = "backend"
                backend-path = ["."]
                """);
        Files.writeString(folder.resolve("lib/backend.py"), """
                import zipfile
                NAME = "lib-1.0-py3-none-any.whl"
                def build_wheel(folder, config_settings=None, metadata_directory=None):
                    with zipfile.ZipFile(folder + "/" + NAME, "w") as wheel:
                        wheel.write("lib.py")
                        wheel.writestr("lib-1.0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: lib\\nVersion: 1.0\\n")
                        wheel.writestr("lib-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
                        wheel.writestr("lib-1.0.dist-info/RECORD", "")
                    return NAME
                """);
        Files.writeString(folder.resolve("lib/lib.py"), "X = 1\n");
        Files.writeString(folder.resolve("ask.py"), "import lib\nprint(f'flowsweep x={lib.X}')\n");
        Files.writeString(folder.resolve("local.conf"), """
                flow { command = [python, ask.py], inputs = [ask.py], env { B = 1, A = 2, C = 3 } }
                environment { packages = ["./lib"] }
                metrics { x { artifact = x } }
                """);
        run(0, "run", "local.conf");
        assertThat(run(0, "run", "local.conf").out()).contains("1 reused");

        Files.writeString(folder.resolve("lib/lib.py"), "X = 2\n");
        assertThat(run(0, "run", "local.conf").out()).contains("1 stale");

        assertThat(rows("local.conf")).extracting(row -> row.get("x")).containsExactly(2L);
    }

    @Test
    void whatIsTriedAgainHasTheRequirementsThatItWasBegunWith() throws IOException {
        Files.writeString(folder.resolve("requirements.txt"), "-r more.txt\n");
        Files.writeString(folder.resolve("more.txt"), "alpha==1.0\n");
        Files.writeString(folder.resolve("broken"), "");
        sweep("environment { requirements = requirements.txt }\n");
        run(1, "run", "asks.conf");

        Files.writeString(folder.resolve("more.txt"), "alpha==1.10\n");
        Files.delete(folder.resolve("broken"));
        run(0, "retry", "asks.conf");

        assertThat(rows("asks.conf")).extracting(row -> row.get("minor")).containsExactly(0L);
    }

    @Test
    void anAxisMayNamePackagesThemselvesAndACommandFindsThem() throws IOException {
        Files.writeString(
                folder.resolve("ask.py"), "import alpha\nprint('flowsweep minor=' + alpha.VERSION.split('.')[1])\n");
        Files.writeString(folder.resolve("command.conf"), """
                flow { command = [python, ask.py], inputs = [ask.py] }
                grid { environment.packages = [["alpha==1.0"], ["./wheels/alpha-1.10-py3-none-any.whl"]] }
                metrics { minor { artifact = minor } }
                """);
        run(0, "run", "command.conf");

        assertThat(rows("command.conf")).extracting(row -> row.get("minor")).containsExactlyInAnyOrder(0L, 10L);
    }

    @Test
    void passwordsInUrlsAreNowhereShown() throws IOException {
        environment.put("PIP_RETRIES", "0"); // nobody answers, however often
        sweep("""
                environment { PIP_INDEX_URL = "https://me:hush@127.0.0.1:9/simple" }
                grid {
                  environment.packages = ["alpha==1.0", "beta @ http://me:hush@127.0.0.1:9/beta.zip", "git+http://me:hush@127.0.0.1:9/c.git"]
                  alpha = ["https://me:hush@127.0.0.1:9/a"]
                }
                """);
        StringBuilder shown = new StringBuilder();
        for (String[] words : List.of(
                new String[] {"plan", "asks.conf"},
                new String[] {"plan", "asks.conf", "--json"},
                new String[] {"config", "asks.conf", "--index", "1"},
                new String[] {"run", "asks.conf"},
                new String[] {"run", "asks.conf", "--json", "alpha=https://me:hush@127.0.0.1:9/b"},
                new String[] {"results", "asks.conf"},
                new String[] {"provenance", "asks.conf"})) {
            CommandLineProcess.Result result = CommandLineProcess.run(folder, environment, words);
            shown.append(String.join(" ", words))
                    .append('\n')
                    .append(result.out())
                    .append(result.err());
        }
        try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                shown.append(file)
                        .append('\n')
                        .append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }

        assertThat(shown.toString().lines().filter(line -> line.contains(":hush@") && !line.contains("--json alpha=")))
                .isEmpty();
        assertThat(shown.toString()).contains("beta @ http://***@127.0.0.1:9/beta.zip");
    }

    @Test
    void whatIsNoPythonIsToldBeforeAnythingRuns() throws IOException {
        sweep("environment { python = { a = 1 }, packages = 3 }\n");

        assertThat(run(2, "run", "asks.conf").err())
                .contains(
                        "asks.conf:4: environment.python must be a version, for instance 3.11, or the path of an interpreter")
                .contains(
                        "asks.conf:4: environment.packages must be a text or a list of texts, for instance [\"numpy==2.1.3\"], but is 3");
        sweep("environment { python = 3.10, packages = [\"--pre\"] }\n");
        assertThat(run(0, "config", "asks.conf").out()).contains("3.10");
        assertThat(run(2, "run", "asks.conf").err()).contains("\"--pre\" is an option, not a package");
    }
}
