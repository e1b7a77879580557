package io.flowsweep.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunIdsTest {

    @Test
    void beginWithTheTimeToTheMillisecond() {
        assertThat(RunIds.time(Instant.parse("2026-11-25T21:57:42.795999Z")).toString())
                .isEqualTo("20261125-215742-795");
        assertThat(RunIds.time(Instant.parse("2026-01-02T03:04:05.060Z")).toString())
                .isEqualTo("20260102-030405-060");
        assertThat(RunIds.time(Instant.parse("2026-01-02T03:04:05Z")).toString())
                .isEqualTo("20260102-030405-000");
    }

    @Test
    void sortAsTheyWereAskedForHoweverManyComeInOneMillisecond() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(RunIds.next());
        }

        assertThat(ids)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("\\d{8}-\\d{6}-\\d{3}-[0-9a-hj-kmnp-tv-z]{6}"));
    }
}
