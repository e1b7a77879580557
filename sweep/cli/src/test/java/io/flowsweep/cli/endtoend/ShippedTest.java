package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.codec.Json;
import io.flowsweep.python.TestPython;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sweep files and examples of the repository, run as they stand. */
@Timeout(600)
class ShippedTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    static Stream<Path> sweeps() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("sweeps"))) {
            return files.filter(f -> f.toString().endsWith(".conf")).sorted().toList().stream();
        }
    }

    static Stream<Path> flows() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples/flows"))) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList().stream();
        }
    }

    static Stream<Path> flowsWithoutASweep() throws IOException {
        return flows().filter(f -> !Files.exists(ROOT.resolve("sweeps/" + name(f).toLowerCase(Locale.ROOT) + ".conf")));
    }

    private static String name(Path flow) {
        return flow.getFileName().toString().replace(".java", "");
    }

    private Result run(String... arguments) throws IOException {
        Result result = CommandLineProcess.run(folder, arguments);
        assertThat(result.err().lines().filter(line -> !line.matches("(resolving|fetching|resolved) .*")))
                .isEmpty();
        return result;
    }

    private List<Map<String, Object>> rows(Path sweep) throws IOException {
        String store = folder.resolve("store").toString();
        Result run = run("run", sweep.toString(), "--store", store);
        assertThat(run.exitCode()).as(run.out()).isZero();
        return run("results", sweep.toString(), "--store", store, "--json")
                .out()
                .lines()
                .map(Json::parseObject)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void everySweepPassesItsChecks(Path sweep) throws IOException {
        assumeTrue(TestPython.isThere() || !sweep.getFileName().toString().startsWith("python"), TestPython.MISSING);
        Result result = run(
                "run",
                sweep.toString(),
                "--dry-run",
                "--store",
                folder.resolve("store").toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("variants").contains("nothing was started");
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyFlowPassesItsChecksAndShowsItself(Path flow) throws IOException {
        String store = folder.resolve("store").toString();
        assertThat(run("flow", "check", flow.toString(), "--store", store).exitCode())
                .isZero();
        assertThat(run("flow", "show", flow.toString(), "--store", store).out())
                .contains("start")
                .contains("end");
    }

    @ParameterizedTest
    @MethodSource("flowsWithoutASweep")
    void everyFlowWithoutASweepSucceeds(Path flow) throws IOException {
        Result result = run(
                "flow",
                "run",
                flow.toString(),
                "--store",
                folder.resolve("store").toString());
        assertThat(result.out()).contains(name(flow) + " succeeded in");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void matmulIsSlowerForLargerMatricesAndDrawsItsCharts() throws IOException {
        List<Map<String, Object>> rows = rows(ROOT.resolve("sweeps/matmul.conf"));

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("state")).isEqualTo("succeeded"));
        assertThat(perf(rows, "500"))
                .as("eight times as fast, on a machine that does nothing else")
                .isGreaterThan(perf(rows, "1000"));
        Path charts = folder.resolve("results/matmul/latest/charts");
        assertThat(charts).isDirectoryContaining("glob:**line*.png").isDirectoryContaining("glob:**line*.svg");
        assertThat(charts).isDirectoryContaining("glob:**bar*.png").isDirectoryContaining("glob:**bar*.svg");
        assertThat(folder.resolve("results/matmul/latest/results.csv"))
                .content()
                .contains("perf");
        GallerySheet.draw("matmul", folder.resolve("store"), GallerySheet.matmul());
    }

    private static double perf(List<Map<String, Object>> rows, String dim) {
        return rows.stream()
                .filter(row -> row.get("dim").toString().startsWith(dim))
                .filter(row -> row.get("cpu").toString().matches("1|1\\.0"))
                .mapToDouble(row -> ((Number) row.get("perf")).doubleValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void digitsReaches95PercentAndMissesItClearlyWithBadSettings() throws IOException {
        List<Map<String, Object>> rows = rows(ROOT.resolve("sweeps/digits.conf"));

        double[] accuracies = rows.stream()
                .mapToDouble(row -> ((Number) row.get("accuracy")).doubleValue())
                .sorted()
                .toArray();
        assertThat(accuracies[accuracies.length - 1]).isGreaterThan(0.95);
        assertThat(accuracies[0]).isLessThan(0.5);
        GallerySheet.draw("digits", folder.resolve("store"), GallerySheet.digits());
    }

    @Test
    void theScriptInPythonReadsDigitsAsItStands() throws IOException {
        assumeTrue(TestPython.isThere(), TestPython.MISSING);
        String sweep = ROOT.resolve("sweeps/python-digits.conf").toString();
        String store = folder.resolve("store").toString();
        Result run = run("run", sweep, "learning-rate=0.03,1", "batch=8", "--store", store);
        assertThat(run.exitCode()).as(run.out()).isZero();

        List<Map<String, Object>> rows = run("results", sweep, "--store", store, "--json")
                .out()
                .lines()
                .map(Json::parseObject)
                .toList();
        assertThat(rows).hasSize(2);
        assertThat(((Number) rows.get(0).get("accuracy")).doubleValue()).isBetween(0.8, 0.94);
        assertThat(((Number) rows.get(1).get("accuracy")).doubleValue()).isGreaterThan(0.94);
        assertThat(folder.resolve("results/python-digits/latest/charts")).isDirectoryContaining("glob:**curves*.png");
    }

    /** In this one JVM and with few orders: what is held to is that they agree, each with its own library. */
    @Test
    void backendsGiveOneAnswer() throws IOException {
        String sweep = ROOT.resolve("sweeps/backends.conf").toString();
        String store = folder.resolve("store").toString();
        Result run = run("run", sweep, "rows=2000", "--executor", "process", "--store", store);
        assertThat(run.exitCode()).as(run.out()).isZero();

        List<Map<String, Object>> rows = run("results", sweep, "--store", store, "--runs", "--json")
                .out()
                .lines()
                .map(Json::parseObject)
                .toList();

        assertThat(rows).extracting(row -> row.get("backend")).contains("duckdb", "h2", "sqlite", "streams");
        Map<Object, Set<Object>> answers = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("repeat"), Collectors.mapping(row -> row.get("checksum"), Collectors.toSet())));
        assertThat(answers)
                .hasSize(3)
                .allSatisfy((repeat, checksums) -> assertThat(checksums).hasSize(1));
        assertThat(folder.resolve("results/backends/latest/charts")).isDirectoryContaining("glob:**bar*.svg");
        GallerySheet.draw("backends", folder.resolve("store"), GallerySheet.backends());
    }

    @Test
    void liveCardShowsItsTraining() throws IOException {
        String store = folder.resolve("store").toString();
        run("flow", "run", ROOT.resolve("examples/flows/LiveCard.java").toString(), "--store", store);

        Map<String, Object> card = Json.parseObject(
                run("flow", "card", "latest/train", "--store", store, "--json").out());
        assertThat(((List<?>) card.get("parts")).stream().<Object>map(part -> ((Map<?, ?>) part).get("type")))
                .containsExactly("Markdown", "Progress", "Value", "Value", "Chart", "Table", "Markdown", "Image");
        run("flow", "card", "latest/train", "--store", store, "-o", "card.html");
        assertThat(folder.resolve("card.html"))
                .content()
                .contains("400 of 400 epochs · 100 %", "<svg", "data:image/svg");
    }
}
