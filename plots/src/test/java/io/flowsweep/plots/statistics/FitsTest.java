package io.flowsweep.plots.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitsTest {

    /** Hennessy and Patterson's use of Amdahl's law: a tenth serial gives at most 10 times the speed, 6.4 with 16 processors. */
    @Test
    void amdahlsLawIsFoundInTheSpeedUpsItGives() {
        Amdahl law = new Amdahl(0.1);
        double[] processors = {1, 2, 4, 8, 16};
        double[] speedUps = new double[5];
        for (int i = 0; i < 5; i++) {
            speedUps[i] = law.speedUp(processors[i]);
        }

        assertThat(law.speedUp(16)).isCloseTo(6.4, within(1e-9));
        assertThat(Amdahl.fit(processors, speedUps).serial()).isCloseTo(0.1, within(1e-12));
        assertThat(Amdahl.fit(new double[] {2, 4}, new double[] {3, 9}).serial())
                .isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Amdahl.fit(new double[] {1}, new double[] {1}));
    }

    /** numpy.quantile of NumPy 2. */
    @Test
    void quantilesInterpolate() {
        Quantiles quantiles = Quantiles.of(new double[] {3.1, 0.2, 5.6, 2.2, 9.8, 1.4, 0.9, 4.4, 2.7, 15.3, 6.1, 0.6});

        assertThat(quantiles.at(0.1)).isCloseTo(0.63, within(1e-12));
        assertThat(quantiles.at(0.25)).isCloseTo(1.275, within(1e-12));
        assertThat(quantiles.at(0.9)).isCloseTo(9.43, within(1e-12));
        assertThat(quantiles.at(1)).isEqualTo(15.3);
        assertThat(quantiles.leastFrom(3)).isEqualTo(3.1);
        assertThat(quantiles.mostUpTo(3)).isEqualTo(2.7);
        assertThat(quantiles.leastFrom(99)).isEqualTo(15.3);
    }

    @Test
    void quantilesOfEqualValuesAreThatValueAndOthersRise() {
        Quantiles equal = Quantiles.of(new double[] {0.083, 0.083, 0.083});
        Quantiles apart = Quantiles.of(new double[] {-1.7e308, 0.1, 0.1 + Math.ulp(0.1), 1.7e308});
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 1000; i++) {
            assertThat(equal.at(i / 1000.0)).isEqualTo(0.083);
            assertThat(apart.at(i / 1000.0)).isBetween(last, Double.MAX_VALUE);
            last = apart.at(i / 1000.0);
        }
    }

    @Test
    void ratiosOfWhatIsNotAboveZeroHaveNoInterval() {
        double[] negative = {-1, -2};
        double[] positive = {3, 4};

        assertThat(Ratio.of(negative, negative)).isEqualTo(new Ratio(1, Optional.empty()));
        assertThat(Ratio.of(negative, positive).interval()).isEmpty();
        assertThat(Ratio.of(positive, new double[] {2}).interval()).isEmpty();
        assertThat(Ratio.of(new double[] {3, 3}, new double[] {2, 2}).interval())
                .contains(new Interval(1.5, 1.5, 0.95));
    }

    @Test
    void binsHoldEveryValueOnce() {
        double[] values = {1, 2, 2, 3, 4, 10};
        Bins bins = Bins.of(values);

        assertThat(bins.count(values))
                .satisfies(counts ->
                        assertThat(java.util.Arrays.stream(counts).sum()).isEqualTo(6));
        assertThat(bins.edges()[0]).isEqualTo(1);
        assertThat(bins.edges()[bins.edges().length - 1]).isEqualTo(10);
        assertThat(Bins.of(new double[] {5, 5}).count(new double[] {5, 5})).containsExactly(2);
    }
}
