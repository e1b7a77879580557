package io.flowsweep.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.results.Pace;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.sweep.results.SweepSummary.Best;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Best BEST = new Best("perf", 41.23, Optional.of("1/s"), "cpu=1,dim=500");

    @Test
    void saysHowFarHowLongAndHowWell() {
        assertThat(ProgressLine.render(sweep(8, 2, 2, 1, Optional.of(BEST)), false, Duration.ofSeconds(12), NOW, 200))
                .isEqualTo("[#######.............] 3/8  2 running  1 failed  12.0 s  ETA 18.0 s"
                        + "  best perf=41.23 1/s  (cpu=1,dim=500)");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(ProgressLine.render(sweep(8, 2, 0, 0, Optional.empty()), false, Duration.ZERO, NOW, 200))
                .isEqualTo("[....................] 0/8  2 running  0.0 s");
        assertThat(ProgressLine.render(sweep(8, 0, 8, 0, Optional.empty()), false, Duration.ofMinutes(90), NOW, 200))
                .isEqualTo("[####################] 8/8  0 running  1 h 30 min");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 20, 30, 40, 60, 80, 100})
    void neverFillsTheLastColumn(int width) {
        String line =
                ProgressLine.render(sweep(8, 2, 2, 1, Optional.of(BEST)), false, Duration.ofSeconds(12), NOW, width);

        assertThat(line.length()).isBetween(1, width - 1);
    }

    private static SweepSummary sweep(long variants, int running, long succeeded, long failed, Optional<Best> best) {
        return new SweepSummary(
                "matmul",
                variants,
                variants,
                false,
                running,
                succeeded,
                0,
                failed,
                0,
                0,
                0,
                false,
                best,
                List.of(),
                new Pace(NOW.minusSeconds(14), succeeded + failed, NOW.minusSeconds(2)),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
    }
}
