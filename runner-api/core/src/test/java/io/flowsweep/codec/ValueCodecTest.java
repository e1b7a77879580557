package io.flowsweep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueCodecTest {

    enum Optimizer {
        SGD,
        ADAM_W
    }

    sealed interface Shape permits Circle, Square {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    record Nested1(String name, List<Shape> shapes) {}

    record Everything(
            byte aByte,
            short aShort,
            int anInt,
            long aLong,
            float aFloat,
            double aDouble,
            boolean aBoolean,
            char aChar,
            String text,
            Optimizer optimizer,
            Optional<Integer> some,
            Optional<Integer> none,
            List<Integer> list,
            Set<String> set,
            Map<Integer, Double> map,
            Nested1 nested,
            double[][] matrix,
            Instant instant,
            LocalDate date,
            Duration duration,
            Long nothing) {}

    record Settings(double learningRate, int hiddenUnits, Optional<Optimizer> optimizer) {}

    @Test
    void everyKindOfValueComesBackThroughText() {
        Everything value = new Everything(
                (byte) -1,
                (short) 300,
                7,
                1L << 60,
                0.1f,
                0.1,
                true,
                'x',
                "a \"quoted\" line\n",
                Optimizer.ADAM_W,
                Optional.of(3),
                Optional.empty(),
                List.of(1, 2),
                Set.of("a"),
                new LinkedHashMap<>(Map.of(1, -0.5)),
                new Nested1("n", List.of(new Circle(1.5), new Square(2))),
                new double[][] {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                Instant.parse("2026-11-24T10:00:00.123456Z"),
                LocalDate.of(2026, 11, 24),
                Duration.ofMillis(1500),
                null);

        String text = Json.write(ValueCodec.encode(Everything.class, value));
        Everything back = ValueCodec.decode(Everything.class, Json.parse(text));

        assertThat(back).usingRecursiveComparison().isEqualTo(value);
        assertThat(text)
                .contains("\"aFloat\":0.1,")
                .contains("\"type\":\"Circle\"")
                .contains("\"nothing\":null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"learning_rate", "learning-rate", "learningRate"})
    void keysBindInSnakeKebabAndCamelCase(String key) {
        Map<String, Object> plain = Map.of(key, 0.5, "hiddenUnits", 8L);

        assertThat(ValueCodec.decode(Settings.class, plain)).isEqualTo(new Settings(0.5, 8, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE})
    void doublesThatJsonLacksComeBackToo(double value) {
        String text = Json.write(ValueCodec.encode(double.class, value));

        assertThat(Double.doubleToLongBits(ValueCodec.decode(double.class, Json.parse(text))))
                .isEqualTo(Double.doubleToLongBits(value));
    }

    @Nested
    class Errors {

        @Test
        void nameThePathAndWhatWasExpected() {
            Map<String, Object> plain =
                    Map.of("name", "n", "shapes", List.of(Map.of("type", "Circle", "radius", "big")));

            assertThatThrownBy(() -> ValueCodec.decode(Nested1.class, plain))
                    .isInstanceOf(CodecException.class)
                    .hasMessage("shapes.[0].radius: expected a number, got the text \"big\"");
        }

        @Test
        void sayThatAComponentIsMissing() {
            assertThatThrownBy(() -> ValueCodec.decode(Settings.class, Map.of("learning_rate", 1L)))
                    .hasMessage("hiddenUnits: is missing");
        }

        @Test
        void refuseAFractionWhereAWholeNumberIsWanted() {
            assertThatThrownBy(() -> ValueCodec.decode(int.class, 1.5)).hasMessageContaining("expected a whole number");
            assertThatThrownBy(() -> ValueCodec.decode(int.class, 1L << 40))
                    .hasMessageContaining("expected a whole number from -2147483648 to 2147483647");
        }

        @Test
        void listTheConstantsOfAnEnum() {
            assertThatThrownBy(() -> ValueCodec.decode(Optimizer.class, "adamw"))
                    .hasMessage("expected one of sgd, adam_w, got \"adamw\"");
            assertThat(ValueCodec.decode(Optimizer.class, "adam-w")).isEqualTo(Optimizer.ADAM_W);
        }
    }

    @Nested
    class StorableTypes {

        @SuppressWarnings("unused")
        private record Fields(
                List<String> list,
                Map<String, Everything> map,
                double[][][] tensor,
                byte[] bytes,
                java.nio.file.Path file,
                List<Thread> threads,
                Object anything,
                double[][][][] tooDeep,
                @SuppressWarnings("rawtypes") List raw) {}

        private Optional<String> whyNot(String component) {
            for (var c : Fields.class.getRecordComponents()) {
                if (c.getName().equals(component)) {
                    Type type = c.getGenericType();
                    return Storable.whyNot(type);
                }
            }
            throw new AssertionError(component);
        }

        @ParameterizedTest
        @ValueSource(strings = {"list", "map", "tensor", "bytes", "file"})
        void areAClosedList(String component) {
            assertThat(whyNot(component)).isEmpty();
        }

        @Test
        void doNotIncludeAnythingElse() {
            assertThat(whyNot("threads").orElseThrow()).startsWith("a value of type java.lang.Thread cannot be kept");
            assertThat(whyNot("anything").orElseThrow()).startsWith("a value of type java.lang.Object cannot be kept");
            assertThat(whyNot("tooDeep").orElseThrow()).startsWith("an array of rank 4 cannot be kept");
            assertThat(whyNot("raw").orElseThrow()).startsWith("the List does not say what it holds");
        }
    }

    @Nested
    class TypesThatCannotBeRead {

        record Point(int x, int y) {}

        sealed interface Kind permits Kind.Left, Right {
            record Left(int x) implements Kind {}
        }

        sealed interface Right extends Kind permits Right.Left {
            record Left(int y) implements Right {}
        }

        record Holder(Map<Point, String> byPoint, Map<LocalDate, Integer> byDate, List<Kind> kinds) {}

        private Optional<String> whyNot(int component) {
            return Storable.whyNot(Holder.class.getRecordComponents()[component].getGenericType());
        }

        @Test
        void areRefusedByTheCheck() {
            assertThat(whyNot(0))
                    .hasValueSatisfying(
                            why -> assertThat(why)
                                    .startsWith(
                                            "the keys of a Map are text, numbers, booleans, enums or java.time, but got Point"));
            assertThat(whyNot(1)).isEmpty();
            assertThat(whyNot(2)).hasValueSatisfying(why -> assertThat(why).startsWith("two kinds are named Left"));
        }
    }

    @Nested
    class Corners {

        enum Mode {
            fast {
                @Override
                int speed() {
                    return 2;
                }
            },
            FAST {
                @Override
                int speed() {
                    return 1;
                }
            };

            abstract int speed();
        }

        record Modes(List<Mode> modes, Map<Character, Mode> byLetter, Optional<Settings> inner, Year year) {}

        @Test
        void enumsThatDifferInCaseCharKeysAndOptionalRecordsComeBack() {
            Modes value = new Modes(
                    List.of(Mode.FAST, Mode.fast),
                    Map.of('x', Mode.FAST),
                    Optional.of(new Settings(1, 2, Optional.empty())),
                    Year.of(2026));

            String text = Json.write(ValueCodec.encode(Modes.class, value));

            assertThat(ValueCodec.decode(Modes.class, Json.parse(text))).isEqualTo(value);
        }

        @Test
        void aListMayGrowButNotThatOfARecord() {
            List<Object> list = list(ValueCodec.decode(List.class, List.of(1L)));
            list.add(2L);

            assertThat(list).hasSize(2);
            Modes modes = ValueCodec.decode(
                    Modes.class, Map.of("modes", List.of("fast"), "by_letter", Map.of(), "year", "2026"));
            assertThatThrownBy(() -> modes.modes().add(Mode.fast)).isInstanceOf(UnsupportedOperationException.class);
        }

        @SuppressWarnings("unchecked")
        private List<Object> list(Object value) {
            return (List<Object>) value;
        }

        @Test
        void whatCouldNotBeReadBackIsNotWritten() {
            assertThatThrownBy(() -> ValueCodec.encode(
                            Everything.class.getRecordComponents()[12].getGenericType(), Arrays.asList(1, null)))
                    .isInstanceOf(CodecException.class)
                    .hasMessage("[1]: a list or set that is kept holds no null");
            Map<Integer, Double> map = new HashMap<>();
            map.put(null, 1.0);
            assertThatThrownBy(
                            () -> ValueCodec.encode(Everything.class.getRecordComponents()[14].getGenericType(), map))
                    .isInstanceOf(CodecException.class)
                    .hasMessage("a map that is kept has no null as a key");
        }
    }
}
