package io.flowsweep.sweep.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.space.Zip;
import io.flowsweep.sweep.space.domain.Range;
import io.flowsweep.sweep.space.domain.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AxisValuesTest {

    @Test
    void everyValueIsTriedOnceWithTheOtherAxesAtTheirFirst() {
        Space space = Space.product(List.of(axis("cpu", 1L, 2L, 3L), axis("backend", "a", "b"), axis("dim", 10L, 20L)));

        assertThat(points(space))
                .containsExactly(
                        Map.of("config.cpu", 1L, "config.backend", "a", "config.dim", 20L),
                        Map.of("config.cpu", 1L, "config.backend", "b", "config.dim", 10L),
                        Map.of("config.cpu", 2L, "config.backend", "a", "config.dim", 10L),
                        Map.of("config.cpu", 3L, "config.backend", "a", "config.dim", 10L));
    }

    @Test
    void ofALongAxisSomeAreTriedTheLastIncluded() {
        Object[] values = LongStream.rangeClosed(1, 1000).boxed().toArray();

        List<Map<String, Object>> points = points(Space.product(List.of(axis("i", values))));

        assertThat(points).hasSize(AxisValues.MOST - 1).doesNotHaveDuplicates();
        assertThat(points.get(points.size() - 1)).isEqualTo(Map.of("config.i", 1000L));
    }

    @Test
    void ofASeriesAFewAreTriedTheLastIncluded() {
        Space space = Space.product(List.of(new Axis(
                "config.i", "i", new Range(BigDecimal.ONE, BigDecimal.valueOf(1_000_000), BigDecimal.ONE), "")));

        assertThat(points(space)).hasSize(9).doesNotHaveDuplicates().endsWith(Map.of("config.i", 1_000_000L));
    }

    @Test
    void theFirstFractionOfASeriesIsTriedAndItsEndsAre() {
        Space halves = new Axis("config.i", "i", Range.of(0, 90, 0.5), "");
        Space down = Space.product(List.of(axis("cpu", 1L, 2L), new Axis("config.i", "i", Range.of(5, -500, -1), "")));
        Space zipped = new Zip(List.of(
                new Axis("config.i", "i", Range.of(-1, 9999), ""),
                new Axis("config.j", "j", Range.of(0, 5000, 0.5), "")));

        assertThat(points(halves)).contains(Map.of("config.i", 0.5), Map.of("config.i", 90L));
        assertThat(points(down)).contains(Map.of("config.cpu", 1L, "config.i", -500L));
        assertThat(points(zipped))
                .anyMatch(point -> point.get("config.j") instanceof Double)
                .contains(Map.of("config.i", 9999L, "config.j", 5000L));
    }

    @Test
    void aValueOfAnotherKindIsTriedWhereverItStandsInALongList() {
        List<Object> values = new ArrayList<>(LongStream.range(0, 300).boxed().toList());
        values.set(77, 7.5);
        values.set(155, 1000L);

        assertThat(points(axis("i", values.toArray()))).contains(Map.of("config.i", 7.5), Map.of("config.i", 1000L));
    }

    @Test
    void withoutAxesNothingIsTried() {
        assertThat(points(Space.product(List.of()))).isEmpty();
    }

    private static Axis axis(String name, Object... values) {
        return new Axis("config." + name, name, new Values(List.of(values)), "sweep.conf:1");
    }

    private static List<Map<String, Object>> points(Space space) {
        List<Map<String, Object>> points = new ArrayList<>();
        AxisValues.forEach(space, space.size(), (axis, index) -> points.add(space.get(index)));
        return points;
    }
}
