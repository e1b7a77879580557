package io.flowsweep.flow.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CardPartTest {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");

    private record Epoch(int epoch, double loss, String note) {}

    private static final Table TABLE =
            Table.of("x", "y", "kind").row(1, 0.5, "a").row(2, Double.NaN, "b");

    static Stream<CardPart> parts() {
        return Stream.of(
                Markdown.of("# A <b>"),
                TABLE,
                Image.of(PNG),
                Image.of(PNG).caption("a dot"),
                Progress.of(1, 3),
                Progress.of(1, 3).label("training").unit("epochs"),
                Value.of("accuracy", 0.9),
                Value.of("n", 3).unit("images").note("of 4"),
                Value.of("limit", Double.POSITIVE_INFINITY),
                Chart.line(TABLE, "x", "y"),
                Chart.bar(TABLE, "x", "y")
                        .series("kind")
                        .unit("s")
                        .title("T")
                        .withLogX()
                        .withLogY(),
                Chart.ofMetrics("loss", "error").title("T").withLogY());
    }

    @ParameterizedTest
    @MethodSource("parts")
    void isTheSameAfterItWasKept(CardPart part) {
        Object read = Json.parse(Json.write(ValueCodec.encode(CardPart.class, part)));

        assertThat(ValueCodec.decode(CardPart.class, read)).isEqualTo(part);
    }

    @Test
    void everyKindIsCovered() {
        assertThat(parts().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(CardPart.class.getPermittedSubclasses());
    }

    @Nested
    class ATable {

        @Test
        void holdsNumbersBooleansAndText() {
            Table table = Table.of("a", "b", "c", "d", "e").row(1, 0.1f, true, null, List.of("x"));

            assertThat(table.rows()).containsExactly(List.of(1L, 0.1, true, "", "[x]"));
        }

        @Test
        void isMadeOfRecords() {
            Table table = Table.of(Epoch.class, List.of(new Epoch(1, 0.5, null), new Epoch(2, 0.25, "best")));

            assertThat(table.columns()).containsExactly("epoch", "loss", "note");
            assertThat(table.rows()).containsExactly(List.of(1L, 0.5, ""), List.of(2L, 0.25, "best"));
        }

        @Test
        void refusesRowsOfAnotherLength() {
            assertThatThrownBy(() -> Table.of("a", "b").row(1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a row has a cell for each of the columns [a, b], but row 0 is [1]");
        }

        @Test
        void refusesColumnsThatCannotBeToldApart() {
            assertThatThrownBy(() -> Table.of("a", "a")).hasMessageContaining("a name of its own");
            assertThatThrownBy(Table::of).hasMessageContaining("one or more columns");
        }
    }

    @Nested
    class AnImage {

        @ParameterizedTest
        @CsvSource({
            "image/jpeg, FFD8FFE0",
            "image/gif, 474946383961",
            "image/webp, 524946460000000057454250",
        })
        void isToldByItsFirstBytes(String type, String hex) {
            assertThat(Image.of(java.util.HexFormat.of().parseHex(hex)).mediaType())
                    .isEqualTo(type);
        }

        @ParameterizedTest
        @CsvSource({"<svg xmlns='http://www.w3.org/2000/svg'/>", "<?xml version='1.0'?>  <svg/>"})
        void maybeAnSvg(String text) {
            assertThat(Image.of(text.getBytes(StandardCharsets.UTF_8)).mediaType())
                    .isEqualTo("image/svg+xml");
        }

        @Test
        void isNothingElse() {
            assertThatThrownBy(() -> Image.of("<html><script/></html>".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no PNG, JPEG, GIF, WebP or SVG");
            assertThatThrownBy(() -> new Image("text/html", "", java.util.Optional.empty()))
                    .hasMessageContaining("image/png")
                    .hasMessageContaining("text/html");
        }

        @Test
        void namesAFileThatCannotBeRead() {
            assertThatThrownBy(() -> Image.of(Path.of("no-such.png"))).hasMessageContaining("no-such.png");
        }

        @Test
        void givesItsContentBack() {
            assertThat(Image.of(PNG).content()).isEqualTo(PNG);
        }
    }

    @Nested
    class AChart {

        @Test
        void namesTheColumnsThereAre() {
            assertThatThrownBy(() -> Chart.line(TABLE, "x", "z"))
                    .hasMessage("there is no column \"z\"; the columns are [x, y, kind]");
            assertThatThrownBy(() -> Chart.line(TABLE, "x", "y").series("s")).hasMessageContaining("\"s\"");
        }

        @Test
        void drawsNumbers() {
            assertThatThrownBy(() -> Chart.line(TABLE, "x", "kind"))
                    .hasMessage("y is a column of numbers, but \"kind\" holds \"a\"");
        }
    }

    @Nested
    class AProgress {

        @ParameterizedTest
        @CsvSource({"0, 0", "5, 0.5", "-1, 0", "20, 1"})
        void isAFractionFrom0To1(double done, double fraction) {
            assertThat(Progress.of(done, 10).fraction()).isEqualTo(fraction);
        }

        @ParameterizedTest
        @CsvSource({"1, 0", "1, -1", "NaN, 1", "1, Infinity"})
        void needsSomethingToDo(double done, double total) {
            assertThatThrownBy(() -> Progress.of(done, total)).hasMessageContaining("total above 0");
        }
    }

    @Test
    void aValueIsANumberABooleanOrText() {
        assertThat(Stream.of(1, 1.5f, true, "a", Thread.State.NEW, Arrays.asList(1, null))
                        .map(v -> Value.of("v", v).value()))
                .containsExactly(1L, 1.5, true, "a", "NEW", "[1, null]");
    }
}
