package io.flowsweep.plots.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.CsvFile;
import io.flowsweep.plots.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTableTest {

    private final Table rows = new Table(
            List.of(Column.text("backend"), Column.number("n"), Column.number("perf", "1/s"), Column.text("state")));

    @Test
    void countsWhatSucceededAndWhatDidNotAndWhatIsMissing() {
        row("streams", 1, 4.0, "succeeded");
        row("loops", 1, null, "failed");
        row("streams", 2, 6.0, "succeeded");
        row("loops", 2, null, "timed_out");
        row("loops", 3, 1.0, "stopped");
        row("streams", 3, null, "succeeded");
        row("gone", 1, null, "skipped");

        assertThat(CsvFile.text(GroupTable.of(rows, List.of("backend"), List.of("perf"), "state")))
                .isEqualTo("""
                        backend,n,failed,skipped,perf,perf missing
                        streams,3,0,0,5,1
                        loops,1,2,0,1,0
                        gone,0,0,1,,0
                        """);
    }

    @Test
    void renamesItsOwnColumnsWhereAnAxisHasTheName() {
        row("streams", 1, 4.0, "succeeded");

        assertThat(CsvFile.text(GroupTable.of(rows, List.of("n"), List.of("perf"), "state")))
                .isEqualTo("n,runs n,failed,perf\n1,1,0,4\n");
    }

    private void row(Object... cells) {
        rows.add(Arrays.asList(cells));
    }
}
