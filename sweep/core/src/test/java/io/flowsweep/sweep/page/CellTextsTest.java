package io.flowsweep.sweep.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CellTextsTest {

    private static List<String> of(double... values) {
        Column column = Column.number("x");
        Table table = new Table(List.of(column));
        DoubleStream.of(values).forEach(value -> table.add(List.of(value)));
        return CellTexts.of(table, column, values.length);
    }

    @Test
    void haveAsManyDecimalsAsTheirColumnNeeds() {
        assertThat(of(1, 2.5, 0)).containsExactly("1.0", "2.5", "0.0");
        assertThat(of(1, 2)).containsExactly("1", "2");
    }

    @Test
    void areAsTheyAreWhereTheyLieFarApart() {
        assertThat(of(0.0001, 0.01, 1)).containsExactly("0.0001", "0.01", "1");
        assertThat(of(1e-6, 0.5, 1)).containsExactly("1e-6", "0.5", "1");
    }
}
