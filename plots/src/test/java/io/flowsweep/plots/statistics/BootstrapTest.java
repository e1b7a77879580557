package io.flowsweep.plots.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final double[] VALUES = {3.1, 0.2, 5.6, 2.2, 9.8, 1.4, 0.9, 4.4, 2.7, 15.3, 6.1, 0.6};

    /**
     * SciPy 1.17.1's bootstrap (BCa, 50,000 resamples) gives 2.53 to 2.54 and 7.60 to 7.69 for the mean, 1.15 and 5.85 for the median.
     */
    @Test
    void agreesWithAnotherImplementation() {
        Bootstrap bootstrap = new Bootstrap(50_000, 1);

        Interval mean = bootstrap.mean(VALUES).orElseThrow();
        Interval median = bootstrap
                .interval(VALUES, sample -> Summary.of(sample).median(), 0.95)
                .orElseThrow();

        assertThat(mean.low()).isCloseTo(2.535, within(0.04));
        assertThat(mean.high()).isCloseTo(7.65, within(0.12));
        assertThat(median.low()).isCloseTo(1.15, within(0.05));
        assertThat(median.high()).isCloseTo(5.85, within(0.05));
    }

    @Test
    void givesTheSameIntervalForTheSameSeed() {
        assertThat(Bootstrap.DEFAULT.mean(VALUES)).isEqualTo(Bootstrap.DEFAULT.mean(VALUES));
        assertThat(new Bootstrap(100, 1).mean(VALUES)).isNotEqualTo(new Bootstrap(100, 2).mean(VALUES));
    }

    @Test
    void inventsNothing() {
        assertThat(Bootstrap.DEFAULT.mean(new double[] {1})).isEmpty();
        assertThat(Bootstrap.DEFAULT.mean(new double[] {1, Double.NaN})).isEmpty();
        assertThat(Bootstrap.DEFAULT.mean(new double[] {2, 2})).contains(new Interval(2, 2, 0.95));
    }
}
