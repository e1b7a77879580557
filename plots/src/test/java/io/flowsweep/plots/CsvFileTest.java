package io.flowsweep.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    @TempDir
    Path folder;

    private final Table table = new Table(List.of(Column.text("name"), Column.number("perf", "1/s")));

    @Test
    void quotesWhatMustBeAndTellsMissingFromEmpty() throws IOException {
        table.add(List.of("a,b", 1.0));
        table.add(List.of("say \"hi\"\nthere", 0.1));
        table.add(Arrays.asList("", null));
        table.add(Arrays.asList(null, Double.NaN));
        Path file = folder.resolve("new/results.csv");

        CsvFile.write(table, file);

        assertThat(file).hasContent("name,perf\n\"a,b\",1\n\"say \"\"hi\"\"\nthere\",0.1\n\"\",\n,NaN\n");
    }

    @Test
    void givesEveryDoubleBackExactly() throws IOException {
        long seed = 42;
        Random random = new Random(seed);
        double[] values = random.longs(2_000)
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .toArray();
        for (double value : values) {
            table.add(List.of("x", value));
        }
        Path file = folder.resolve("results.csv");

        CsvFile.write(table, file);

        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            double[] read = csv.stream()
                    .skip(1)
                    .mapToDouble(r -> Double.parseDouble(r.getField(1)))
                    .toArray();
            assertThat(read).as("seed %d", seed).isEqualTo(values);
        }
    }

    @Test
    void replacesAnOldFileAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("results.csv");
        Files.writeString(file, "old");

        CsvFile.write(table, file);

        assertThat(file).hasContent("name,perf\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void thatCannotBeWrittenSaysWhereAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("results.csv");
        Files.createDirectories(file.resolve("in the way"));

        assertThatThrownBy(() -> CsvFile.write(table, file))
                .isInstanceOf(UnableToWriteException.class)
                .hasMessageStartingWith(file + " cannot be written: ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
