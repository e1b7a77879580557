package io.flowsweep.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.flowsweep.source.PrintedReadings.Reading;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvColumnsTest {

    @TempDir
    Path folder;

    private CsvColumns columns;

    @BeforeEach
    void columns() {
        columns = new CsvColumns(folder, Map.of("acc", "log.csv:val,acc"));
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("log.csv"), text);
    }

    @Test
    void areReadAsTheFileGrows() throws IOException {
        assertThat(columns.read()).isEmpty();
        write("epoch,\"val,acc\"\n1,0.5\n2,0.");
        assertThat(columns.read()).containsExactly(new Reading("acc", 1, 0.5));
        assertThat(columns.read()).isEmpty();
        write("epoch,\"val,acc\"\n1,0.5\n2,0.75\n3,\n4,1\n");
        assertThat(columns.read()).containsExactly(new Reading("acc", 2, 0.75), new Reading("acc", 4, 1));
    }

    @Test
    void haveALastRowWithoutALineEndWhenNobodyWritesAnyMore() throws IOException {
        write("epoch,\"val,acc\"\n1,0.5\n2,0.75");
        assertThat(columns.read()).containsExactly(new Reading("acc", 1, 0.5));
        assertThat(columns.finish()).containsExactly(new Reading("acc", 2, 0.75));
        assertThat(columns.finish()).isEmpty();
    }

    @Test
    void countRowsWhereNoColumnHasThePosition() throws IOException {
        write("\"val,acc\",note\n0.5,\"say \"\"hi\"\"\nagain\"\n0.6,x\n");
        assertThat(columns.read()).containsExactly(new Reading("acc", 1, 0.5), new Reading("acc", 2, 0.6));
    }

    @Test
    void ofAFileThatIsWrittenAgainWithAnotherColumnOnlyNewRowsCount() throws IOException {
        write("epoch,\"val,acc\"\n1,0.5\n");
        assertThat(columns.read()).containsExactly(new Reading("acc", 1, 0.5));
        write("epoch,loss,\"val,acc\"\n1,3,0.5\n2,2,0.75\n");
        assertThat(columns.read()).containsExactly(new Reading("acc", 2, 0.75));
        write("epoch,\"val,acc\"\n7,0.25\n");
        assertThat(columns.read()).as("one that begins anew").containsExactly(new Reading("acc", 7, 0.25));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void mayBeSeparatedOtherwise(String separator) throws IOException {
        write("\uFEFFepoch;\"val,acc\";note\n1;0.5;a,b\n".replace(";", separator));
        assertThat(columns.read()).containsExactly(new Reading("acc", 1, 0.5));
        write("\uFEFFepoch;\"val,acc\";note\n1;0.5;a,b\n2;0.75;\n".replace(";", separator));
        assertThat(columns.read()).containsExactly(new Reading("acc", 2, 0.75));
    }

    @Test
    void areNamedAnewByARowThatBeginsAsTheFirst() throws IOException {
        write("epoch,loss\n1,3\nepoch,loss,\"val,acc\"\n2,2,0.5\n");
        assertThat(columns.read()).containsExactly(new Reading("acc", 2, 0.5));
        assertThat(CsvColumns.names(folder.resolve("log.csv"))).containsExactly("epoch", "loss", "val,acc");
    }

    @Test
    void areReadBesideTextThatIsNoUtf8() throws IOException {
        Files.write(folder.resolve("log.csv"), "note,\"val,acc\"\nKöln,0.5\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(columns.read()).containsExactly(new Reading("acc", 1, 0.5));
    }

    /** What was there is not looked at again, or a long log would cost more with each row. */
    @Test
    void costAsMuchAsIsNew() throws IOException {
        StringBuilder log = new StringBuilder("epoch,\"val,acc\"\n");
        for (int i = 1; i <= 50_000; i++) {
            log.append(i).append(",0.5\n");
        }
        write(log.toString());
        assertThat(columns.read()).hasSize(50_000);
        for (int i = 50_001; i <= 50_100; i++) {
            Files.writeString(folder.resolve("log.csv"), i + ",0.75\n", StandardOpenOption.APPEND);
            long before = allocated();
            List<Reading> added = columns.read();
            assertThat(allocated() - before).isLessThan(100_000);
            assertThat(added).containsExactly(new Reading("acc", i, 0.75));
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
