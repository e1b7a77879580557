package io.flowsweep.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.source.PrintedReadings.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void countRowsWhereNoColumnHasThePosition() throws IOException {
        write("\"val,acc\",note\n0.5,\"say \"\"hi\"\"\nagain\"\n0.6,x\n");
        assertThat(columns.read()).containsExactly(new Reading("acc", 1, 0.5), new Reading("acc", 2, 0.6));
    }
}
