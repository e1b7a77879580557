package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flowsweep.codec.Json;
import io.flowsweep.dependencies.DependencyResolver;
import io.flowsweep.plan.DependencyPlan;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The notebook of the examples, run without a screen by a Java kernel that is set up as the manual says. */
@Timeout(900)
class NotebookTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String KERNEL = "rapaio-jupyter-kernel-3.0.1.jar";

    /** That kernel loses its first message now and then, by a race in its start. */
    private static final int MOST_STARTS = 12;

    @TempDir
    private Path folder;

    @Test
    void theExampleShowsTablesAndAChart() throws IOException, InterruptedException {
        assumeTrue(
                isOnPath("jupyter-nbconvert"),
                "no notebook is run, as there is no jupyter-nbconvert here:"
                        + " apt-get install jupyter-nbconvert, or pip install nbconvert");
        setUpTheKernel();

        List<String> shown = shown(execute());

        assertThat(shown).as("imports show nothing").startsWith("[]").hasSize(6);
        assertThat(shown.get(1)).contains("Sweep[matmul, ").contains("over cpu, dim");
        assertThat(shown.get(2)).contains("variant 0 {perf=").contains("SweepSummary[matmul completed");
        assertThat(shown.get(3))
                .contains("text/html")
                .contains("<p>matmul completed: ")
                .contains("<table>");
        assertThat(shown.get(4)).contains("text/html").contains("<table>");
        assertThat(shown.get(5)).contains("image/png");
    }

    /** Runs the lines of docs/java.md that write the kernel's description. */
    private void setUpTheKernel() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("target"));
        Files.copy(kernelJar(), folder.resolve("target").resolve(KERNEL));
        Path command = Files.writeString(
                folder.resolve("flowsweep"), "#!/bin/sh\necho '" + System.getProperty("java.class.path") + "'\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
        String block = Manual.read(ROOT.resolve("docs/java.md")).blocks().stream()
                .map(Manual.Block::text)
                .filter(text -> text.contains("kernel.json"))
                .findFirst()
                .orElseThrow();
        String lines = block.lines()
                .filter(line -> !line.startsWith("./mvnw") && !line.startsWith("jupyter"))
                .collect(Collectors.joining("\n"));
        Process shell = process("sh", "-c", lines).directory(folder.toFile()).start();
        assertThat(shell.waitFor())
                .as(new String(shell.getInputStream().readAllBytes()))
                .isZero();
    }

    private static Path kernelJar() {
        DependencyPlan kernel = new DependencyPlan(
                List.of("io.github.padreati:rapaio-jupyter-kernel:3.0.1"), List.of(), List.of(), List.of(), List.of());
        return ServiceLoader.load(DependencyResolver.class)
                .findFirst()
                .orElseThrow()
                .resolve(kernel, event -> {})
                .stream()
                .map(jar -> Path.of(URI.create(jar.location())))
                .filter(jar -> jar.endsWith(KERNEL))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> execute() throws IOException, InterruptedException {
        List<String> command = List.of(
                "jupyter-nbconvert",
                "--to=notebook",
                "--execute",
                "--ExecutePreprocessor.startup_timeout=60",
                "--output-dir=" + folder,
                ROOT.resolve("examples/notebooks/sweep.ipynb").toString());
        String said = "";
        for (int start = 0; start < MOST_STARTS; start++) {
            Process nbconvert = process(command.toArray(String[]::new)).start();
            said = new String(nbconvert.getInputStream().readAllBytes());
            if (nbconvert.waitFor() == 0) {
                return Json.parseObject(Files.readString(folder.resolve("sweep.ipynb")));
            }
            assertThat(said).containsAnyOf("Kernel didn't respond", "Kernel died before replying");
        }
        throw new AssertionError("the kernel has not started: " + said);
    }

    private ProcessBuilder process(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("FLOWSWEEP_HOME", folder.resolve("store").toString());
        builder.environment()
                .put(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin") + File.pathSeparator + System.getenv("PATH"));
        return builder;
    }

    /** What each cell of code has shown, as JSON. */
    private static List<String> shown(Map<String, Object> notebook) {
        return ((List<?>) notebook.get("cells"))
                .stream()
                        .map(cell -> ((Map<?, ?>) cell).get("outputs"))
                        .filter(Objects::nonNull)
                        .map(Json::write)
                        .toList();
    }

    private static boolean isOnPath(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
