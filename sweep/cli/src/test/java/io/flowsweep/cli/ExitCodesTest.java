package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.results.Pace;
import io.flowsweep.sweep.results.SweepSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodesTest {

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, 8, 0, 0, 0, 0",
        "COMPLETED, 7, 1, 0, 0, 1",
        "COMPLETED, 7, 0, 1, 0, 1",
        "COMPLETED, 7, 0, 0, 1, 1",
        "CANCELLED, 3, 0, 0, 2, 3",
        "CANCELLED, 3, 1, 0, 2, 3",
        "BROKEN_OFF, 3, 0, 0, 0, 3",
        ", 3, 0, 0, 0, 3"
    })
    void theOutcomeCountsFirstThenTheVariants(
            Outcome outcome, long succeeded, long failed, long skipped, long terminated, int code) {
        SweepSummary summary = new SweepSummary(
                "s",
                8,
                8,
                false,
                0,
                succeeded,
                0,
                failed,
                skipped,
                terminated,
                0,
                false,
                Optional.empty(),
                List.of(),
                new Pace(Instant.EPOCH, 0, Instant.EPOCH),
                Duration.ZERO,
                Optional.ofNullable(outcome),
                Optional.empty());

        assertThat(ExitCodes.of(summary)).isEqualTo(code);
    }
}
