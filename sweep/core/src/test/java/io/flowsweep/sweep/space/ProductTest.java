package io.flowsweep.sweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.space.domain.Range;
import io.flowsweep.sweep.space.domain.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static Axis axis(String path, Domain domain) {
        return new Axis(path, path, domain, "");
    }

    @Test
    void theFirstAxisVariesSlowest() {
        Space space = Space.product(List.of(axis("config.a", Values.of(1, 2)), axis("config.b", Values.of("x", "y"))));
        assertThat(space.size()).isEqualTo(4);
        assertThat(space.get(0)).hasToString("{config.a=1, config.b=x}");
        assertThat(space.get(1)).hasToString("{config.a=1, config.b=y}");
        assertThat(space.get(2)).hasToString("{config.a=2, config.b=x}");
        assertThat(space.get(3)).hasToString("{config.a=2, config.b=y}");
    }

    @Test
    void equalsNaiveEnumerationForRandomAxes() {
        long seed = new Random().nextLong();
        System.out.println("ProductTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Axis> axes = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                int size = 1 + random.nextInt(4);
                Domain domain = random.nextBoolean()
                        ? Range.of(random.nextInt(9), 9 + size, 0.5 + random.nextInt(3))
                        : new Values(new ArrayList<>(List.of("a", 2.5, true, List.of(1))).subList(0, size));
                axes.add(axis("config.k" + i, domain));
            }
            List<Map<String, Object>> naive = naive(axes);
            Space space = Space.product(axes);
            assertThat(space.size()).isEqualTo(naive.size());
            for (int i = 0; i < naive.size(); i++) {
                assertThat(space.get(i)).isEqualTo(naive.get(i));
            }
            assertThatThrownBy(() -> space.get(naive.size())).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static List<Map<String, Object>> naive(List<Axis> axes) {
        List<Map<String, Object>> points = List.of(Map.of());
        for (Axis axis : axes) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> point : points) {
                for (long i = 0; i < axis.domain().size(); i++) {
                    Map<String, Object> next = new LinkedHashMap<>(point);
                    next.put(axis.path(), axis.domain().get(i));
                    longer.add(next);
                }
            }
            points = longer;
        }
        return points;
    }

    @Test
    void noAxesMakeOneEmptyPoint() {
        Space space = Space.product(List.of());
        assertThat(space.size()).isEqualTo(1);
        assertThat(space.get(0)).isEmpty();
        assertThatThrownBy(() -> space.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> space.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void sizesBeyondALongAreExact() {
        Domain million = Range.of(1, 1_000_000);
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            axes.add(axis("config.k" + i, million));
        }
        Space space = Space.product(axes);
        assertThat(space.size()).isEqualTo(BigInteger.TEN.pow(30));
        assertThat(space.get(Long.MAX_VALUE).get("config.k4")).isEqualTo(775_808L);
        assertThatThrownBy(() -> space.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void twoAxesOnOnePathAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Space.product(List.of(axis("config.a", Values.of(1)), axis("config.a", Values.of(2)))));
    }
}
