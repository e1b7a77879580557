package io.flowsweep.plots.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {

    @Test
    void isAllWhereThatIsNotTooMuch() {
        assertThat(new Choice(3, 5).of(List.of("a", "b", "c"))).containsExactly("a", "b", "c");
        assertThat(new Choice(0, 5).of(List.of())).isEmpty();
    }

    /** Every second row of a grid was one value of its fastest axis. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 10})
    void doesNotFallIntoStepWithAnAxis(int values) {
        int size = 1000 * values;

        Map<Integer, Long> counts = new Choice(size, 1000)
                .indices(size)
                .boxed()
                .collect(Collectors.groupingBy(i -> i % values, Collectors.counting()));

        assertThat(counts)
                .hasSize(values)
                .allSatisfy((value, count) ->
                        assertThat(count).isBetween(1000L / values * 7 / 10, 1000L / values * 13 / 10));
    }

    @Test
    void isSpreadOverAllAndTheSameEachTime() {
        int[] chosen = new Choice(700, 500).indices(700).toArray();

        assertThat(chosen).hasSize(500).isSorted().doesNotHaveDuplicates();
        assertThat(new Choice(700, 500).indices(700).toArray()).isEqualTo(chosen);
        assertThat(IntStream.of(chosen).filter(i -> i < 350).count()).isEqualTo(250);
    }

    @Test
    void takesTheSameShareOfEachGroup() {
        Choice choice = new Choice(10_000, 1000);

        assertThat(choice.indices(9_000)).hasSize(900);
        assertThat(choice.indices(1)).hasSize(1);
    }
}
