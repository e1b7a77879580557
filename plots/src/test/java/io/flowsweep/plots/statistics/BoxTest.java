package io.flowsweep.plots.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoxTest {

    /** The quartiles are those of numpy.quantile, the whiskers those of matplotlib.cbook.boxplot_stats. */
    @Test
    void hasWhiskersToTheLastValuesInReach() {
        assertThat(Box.of(new double[] {1, 2, 3, 4, 100})).isEqualTo(new Box(1, 2, 3, 4, 4));
        assertThat(Box.of(new double[] {7})).isEqualTo(new Box(7, 7, 7, 7, 7));
        assertThat(Box.of(new double[] {1, 2, 3, 4, 100}).isBeyond(100)).isTrue();
    }

    /** Of 0, 100, 100, 100 the first quartile is 75, and the next value in reach lies above it, inside of the box. */
    @Test
    void hasNoWhiskerWhereNoValueIsInReach() {
        assertThat(Box.of(new double[] {0, 100, 100, 100})).isEqualTo(new Box(75, 75, 100, 100, 100));
        assertThat(Box.of(new double[] {0, 0, 0, 100})).isEqualTo(new Box(0, 0, 0, 25, 25));
    }
}
