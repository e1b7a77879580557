package io.flowsweep.sweep.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTableTest {

    @Test
    void callsFlowsByTheNamesOfTheirFiles() {
        Table table = new Table(List.of(Column.text("flow"), Column.text("data")));
        table.add(List.of("../flows/MatMul.java", "../data/a.csv"));
        table.add(Arrays.asList(null, "../data/b.csv"));
        Table shown = ShownTable.of(table);
        assertThat(shown.text(0, "flow")).isEqualTo("MatMul.java");
        assertThat(shown.text(0, "data")).isEqualTo("../data/a.csv");
        assertThat(shown.get(1, "flow")).isNull();
        assertThat(table.text(0, "flow")).isEqualTo("../flows/MatMul.java");
    }

    @Test
    void leavesOthersAsTheyAre() {
        Table table = new Table(List.of(Column.number("flow"), Column.text("data")));
        assertThat(ShownTable.of(table)).isSameAs(table);
    }
}
