package io.flowsweep.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

    private final Table table =
            new Table(List.of(Column.text("backend"), Column.number("cpu"), Column.number("perf", "1/s")));

    @Test
    void alignsNumbersOnTheirDecimals() {
        table.add(List.of("streams", 1, 12.3456));
        table.add(Arrays.asList("fork-join", 16, null));
        table.add(Arrays.asList(null, 2, 1023.7891));

        assertThat(TextTable.render(table, 80)).isEqualTo("""
                backend    cpu  perf [1/s]
                ---------  ---  ----------
                streams      1       12.35
                fork-join   16           -
                -            2     1023.79
                """);
    }

    @Test
    void ofNoRowsIsItsHeader() {
        assertThat(TextTable.render(table, 80)).isEqualTo("""
                backend  cpu  perf [1/s]
                -------  ---  ----------
                """);
    }

    @Test
    void keepsDigitsOfSmallNumbersBesideLargeOnes() {
        assertThat(cells(2.3, 0.000123)).containsExactly("2.300000", "0.000123");
        assertThat(cells(0.1, 0.01, 0.001)).containsExactly("0.100", "0.010", "0.001");
        assertThat(cells(1, 1e-12)).containsExactly("1.000000000000", "0.000000000001");
        assertThat(cells(1e9, 1.5e-12)).containsExactly("1000000000", "1.5e-12");
        assertThat(cells(0, Double.NaN, 3)).containsExactly("0", "NaN", "3");
    }

    @Test
    void keepsControlCharactersAwayFromTheTerminal() {
        table.add(List.of("a\u001b[31m\nb", 1, 1));

        assertThat(TextTable.render(table, 80)).contains("a [31m b").doesNotContain("\u001b");
    }

    @Test
    void alignsWideCharactersByTheColumnsTheyTake() {
        table.add(List.of("行列の積", 16, 1));
        table.add(List.of("e\u0301cole", 1, 1));

        assertThat(TextTable.render(table, 80)).isEqualTo("""
                backend   cpu  perf [1/s]
                --------  ---  ----------
                行列の積   16           1
                e\u0301cole       1           1
                """);
    }

    @Nested
    class InANarrowTerminal {

        @ParameterizedTest
        @ValueSource(ints = {1, 20, 21, 24, 30, 40, 60})
        void noLineIsWiderThanAsked(int width) {
            table.add(List.of("a backend with a name that goes on and on \ud83d\ude80", 16, 1023.7891));

            assertThat(TextTable.render(table, width).lines())
                    .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                            .isLessThanOrEqualTo(Math.max(width, TextTable.LEAST_WIDTH)));
        }

        @Test
        void longTextIsShortenedAndNumbersAreNot() {
            table.add(List.of("a backend with a long name", 16, 1023.7891));

            assertThat(TextTable.render(table, 36)).isEqualTo("""
                    backend              cpu  perf [1/s]
                    -------------------  ---  ----------
                    a backend with a l…   16     1023.79
                    """);
        }

        @Test
        void columnsWithoutRoomAreNamedInTheEnd() {
            Table wide = new Table(
                    IntStream.range(0, 9).mapToObj(i -> Column.number("n" + i)).toList());
            wide.add(IntStream.range(0, 9).mapToObj(i -> 1000 + i).toList());

            assertThat(TextTable.render(wide, 46)).isEqualTo("""
                      n0    n1    n2    n3    n4    n5    n6    n7
                    ----  ----  ----  ----  ----  ----  ----  ----
                    1000  1001  1002  1003  1004  1005  1006  1007
                    … and 1 more: n8
                    """);
        }
    }

    private static List<String> cells(double... values) {
        Table one = new Table(List.of(Column.number("v")));
        for (double value : values) {
            one.add(List.of(value));
        }
        return TextTable.render(one, 80).lines().skip(2).map(String::strip).toList();
    }
}
