package io.flowsweep.sweep.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.sweep.events.Samples;
import io.flowsweep.sweep.events.SweepEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {

    @TempDir
    private Path root;

    @Nested
    class Latest {

        @Test
        void isARelativeLinkToTheNewestAndEarlierOnesStay() throws IOException {
            ResultsFolder first = ResultsFolder.create(root, "matmul", Samples.START);
            Files.writeString(first.csv(), "first");
            ResultsFolder second = ResultsFolder.create(root, "matmul", Samples.START);
            Files.writeString(second.csv(), "second");

            assertThat(second.latest()).isEqualTo(root.resolve("matmul/latest")).isSymbolicLink();
            assertThat(Files.readSymbolicLink(second.latest())).isRelative();
            assertThat(second.latest().resolve("results.csv")).hasContent("second");
            assertThat(root.resolve("matmul/20261124-100000/results.csv")).hasContent("first");
            assertThat(root.resolve("matmul/20261124-100000-2/results.csv")).hasContent("second");
        }

        @Test
        void manyThatStartAtOnceHaveEachAFolder() {
            List<Path> tables = IntStream.range(0, 64)
                    .parallel()
                    .mapToObj(i ->
                            ResultsFolder.create(root, "matmul", Samples.START).csv())
                    .toList();

            assertThat(tables).doesNotHaveDuplicates();
            assertThat(root.resolve("matmul/latest")).isSymbolicLink();
        }

        @Test
        void whereItIsAFolderItIsUsedAsItIsWithoutTheOldCharts() throws IOException {
            Path charts = Files.createDirectories(root.resolve("matmul/latest/charts"));
            Files.writeString(charts.resolve("1-line-old.png"), "old");
            Files.writeString(charts.resolve("notes.txt"), "mine");

            ResultsFolder folder = ResultsFolder.create(root, "matmul", Samples.START);

            assertThat(folder.csv()).isEqualTo(root.resolve("matmul/latest/results.csv"));
            assertThat(charts.resolve("1-line-old.png")).doesNotExist();
            assertThat(charts.resolve("notes.txt")).hasContent("mine");
        }

        @Test
        void aPlaceThatIsNoFolderIsRefusedWithTheCure() throws IOException {
            Path file = Files.writeString(root.resolve("taken"), "");

            assertThatThrownBy(() -> ResultsFolder.create(file, "matmul", Samples.START))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("taken")
                    .hasMessageContaining("--results DIR");
        }
    }

    @Nested
    class Writer {

        @Test
        void writesTableAndChartsAtTheEnd() {
            ResultsFolder folder = ResultsFolder.create(root, "matmul", Samples.START);
            ResultsTable results = new ResultsTable();
            ResultsWriter writer =
                    new ResultsWriter(results, folder, List.of(new ChartFile(1, ChartSpec.line("cpu", "perf"))));
            List<SweepEvent> events = List.of(
                    Samples.started(2),
                    Samples.started(0, 1L, "a"),
                    Samples.succeeded(0, 1),
                    Samples.started(1, 2L, "a"),
                    Samples.succeeded(1, 2));
            events.forEach(results::accept);
            events.forEach(writer::accept);
            writer.close();

            Path latest = folder.latest();
            assertThat(latest.resolve("results.csv")).content().hasLineCount(3);
            assertThat(latest.resolve("charts/1-line-perf.png")).isNotEmptyFile();
            assertThat(latest.resolve("charts/1-line-perf.svg")).content().contains("<svg");
            assertThat(writer.files()).hasSize(3);
            assertThat(writer.problems()).isEmpty();
        }

        @Test
        void aChartWithoutAValueIsLeftOut() {
            ResultsFolder folder = ResultsFolder.create(root, "matmul", Samples.START);
            ResultsTable results = new ResultsTable();
            List.of(Samples.started(1), Samples.started(0, 1L, "a"), Samples.ended(0, RunState.FAILED, "no"))
                    .forEach(results::accept);
            ChartFile perf = new ChartFile(1, ChartSpec.line("cpu", "perf"));
            ResultsWriter writer = new ResultsWriter(results, folder, List.of(perf));
            writer.close();

            assertThat(writer.files()).containsExactly(folder.csv());
            assertThat(writer.empty()).containsExactly(perf);
            assertThat(writer.problems()).isEmpty();
        }

        @Test
        void aChartThatCannotBeDrawnIsSaidAndHarmsNothing() {
            ResultsFolder folder = ResultsFolder.create(root, "matmul", Samples.START);
            ResultsTable results = new ResultsTable();
            results.accept(Samples.started(1));
            ResultsWriter writer =
                    new ResultsWriter(results, folder, List.of(new ChartFile(1, ChartSpec.line("cpu", "backend"))));
            writer.close();

            assertThat(writer.files()).containsExactly(folder.csv());
            assertThat(writer.problems()).singleElement().asString().contains("1-line-backend");
        }
    }
}
