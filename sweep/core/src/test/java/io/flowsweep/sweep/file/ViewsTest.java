package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.MetricSpec;
import io.flowsweep.sweep.spec.Reduction;
import io.flowsweep.sweep.spec.SweepPolicy.Reuse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How results are read and ordered: metrics, baseline, order, and which results count. */
class ViewsTest {

    private static final String SWEEP = """
            config { cpu = 1, dim = 10, net { depth = 2 } }
            grid { cpu = [1, 2, 4], dim = [10, 20], net.depth = [2, 3] }
            """;

    @TempDir
    Path path;

    private SweepFolder folder;

    @BeforeEach
    void open() {
        folder = SweepFolder.in(path);
    }

    @ParameterizedTest
    @CsvSource({"last, 5", "min, 1", "max, 9", "mean, 5", "mean(2), 4", "mean(99), 5"})
    void oneValueIsMadeOfAllThatIsReported(String reduce, double expected) {
        MetricSpec metric = folder.load(SWEEP + "metrics { loss { reported = loss, reduce = \"" + reduce + "\" } }")
                .views()
                .metrics()
                .get(0);

        assertThat(metric.reduce().of(List.of(9.0, 7.0, 1.0, 3.0, 5.0))).isEqualTo(expected);
        assertThat(metric.reduce()).hasToString(reduce);
    }

    @Test
    void theMeanOfTheLastIsOfTheLastOnly() {
        Reduction mean = Reduction.parse("mean( 2 )").orElseThrow();

        assertThat(mean.of(List.of(100.0, 1.0, 3.0))).isEqualTo(2);
        assertThat(mean.of(List.of(Double.NaN, 1.0, 3.0))).isEqualTo(2);
        assertThat(mean.of(List.of(1.0, Double.NaN))).isNaN();
    }

    @Test
    void aReductionThatIsNoneIsRefused() {
        assertThat(folder.problems(SWEEP + "metrics { loss { reported = loss, reduce = median } }"))
                .contains("s.conf:4", "must be last, min, max, mean or mean(K)");
        assertThat(folder.problems(SWEEP + "metrics { loss { artifact = loss, reduce = max } }"))
                .contains("only what is reported or printed has many values");
    }

    @Test
    void durationsAreInSeconds() {
        assertThat(folder.load(SWEEP + "metrics { t { duration = train, goal = minimize } }")
                        .views()
                        .metrics())
                .singleElement()
                .satisfies(metric -> {
                    assertThat(metric.source()).isEqualTo(MetricSpec.Source.DURATION);
                    assertThat(metric.of()).isEqualTo("train");
                    assertThat(metric.unit()).contains("s");
                });
    }

    @Test
    void resultsThatMeasureTheMachineCountOnThatMachineOnly() {
        String metrics = "metrics { acc { artifact = acc } }\n";

        assertThat(folder.load(SWEEP + metrics).reuse()).isEqualTo(Reuse.ANYWHERE);
        assertThat(folder.load(SWEEP + "metrics { t { duration = run } }").reuse())
                .isEqualTo(Reuse.SAME_HOST);
        assertThat(folder.load(SWEEP + "metrics { m { resource = peak_memory } }")
                        .reuse())
                .isEqualTo(Reuse.SAME_HOST);
        assertThat(folder.load(SWEEP + "metrics { t { duration = run } }\nrun { reuse = anywhere }")
                        .reuse())
                .isEqualTo(Reuse.ANYWHERE);
    }

    @Test
    void aBaselineIsSomeValuesOfTheAxes() {
        assertThat(folder.load(SWEEP + "baseline { cpu = 1, net { depth = 3 } }")
                        .views()
                        .baseline())
                .isEqualTo(Map.of("config.cpu", 1L, "config.net.depth", 3L));
        assertThat(folder.load(SWEEP).views().baseline()).isEmpty();
    }

    @Test
    void aBaselineThatIsNotInTheSweepIsRefused() {
        assertThat(folder.problems(SWEEP + "baseline { cpus = 1 }")).contains("s.conf:4", "Did you mean \"cpu\"?");
        assertThat(folder.problems(SWEEP + "baseline { cpu = 3 }")).contains("s.conf:4", "It has 1, 2, 4.");
    }

    @Test
    void aPriorityIsANumberOfAPoint() {
        assertThat(new Variants(folder.load(SWEEP + "run { order { priority = \"cpu * dim\" } }"))
                        .priority()
                        .orElseThrow()
                        .applyAsDouble(Map.of("config.cpu", 4L, "config.dim", 20L, "config.net.depth", 2L)))
                .isEqualTo(80);
        assertThat(folder.problems(SWEEP + "run { order { priority = \"cpus\" } }"))
                .contains("s.conf:4", "cpus");
        assertThat(folder.problems(SWEEP + "run { order { priority = \"cpu\", shuffled = 1 } }"))
                .contains("absent where priority says the order");
    }
}
