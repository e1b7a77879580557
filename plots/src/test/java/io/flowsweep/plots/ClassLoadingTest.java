package io.flowsweep.plots;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.statistics.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting AWT costs most of a second: who only tabulates must not pay it. */
class ClassLoadingTest {

    @TempDir
    Path folder;

    @Test
    void tablesStatisticsAndModelsNeitherLoadAwtNorJFreeChart() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.resolve("results.csv").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains(ChartModel.class.getName());
        assertThat(output.lines().filter(l -> l.contains(" java.awt.") || l.contains(" org.jfree.")))
                .isEmpty();
    }

    /** Uses everything but the renderers. */
    static final class Program {

        public static void main(String[] arguments) throws IOException {
            Table table = new Table(List.of(Column.number("cpu"), Column.number("perf", "1/s")));
            table.add(List.of(1, 10));
            table.add(List.of(1, 11));
            CsvFile.write(table, Path.of(arguments[0]));
            System.out.println(TextTable.render(table, 80));
            System.out.println(Summary.of(new double[] {10, 11}).interval());
            System.out.println(Aggregation.of(ChartSpec.line("cpu", "perf"), table));
        }
    }
}
