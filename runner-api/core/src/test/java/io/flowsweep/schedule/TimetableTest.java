package io.flowsweep.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.schedule.CronDefinition.Moment;
import io.flowsweep.schedule.CronDefinition.Span;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

    private static final int CRONS = 12;

    private static List<Instant> firings(String cron, Span span) {
        Timetable timetable = new Timetable(Cron.parse(cron, ""), span.zone());
        Instant end = span.end().atZone(span.zone()).toInstant();
        List<Instant> firings = new ArrayList<>();
        Optional<Instant> next =
                timetable.next(span.begin().atZone(span.zone()).toInstant().minusSeconds(1));
        while (next.isPresent() && next.get().isBefore(end)) {
            firings.add(next.get());
            next = timetable.next(next.get());
        }
        return firings;
    }

    private static List<String> local(String cron, String zone, String begin, String end) {
        Span span = new Span(LocalDateTime.parse(begin), LocalDateTime.parse(end), 60, ZoneId.of(zone));
        return firings(cron, span).stream()
                .map(i -> i.atZone(span.zone()).toLocalTime() + " "
                        + i.atZone(span.zone()).getOffset())
                .toList();
    }

    /** A year by the minute, in zones whose clocks change by an hour, by half of one, at midnight, and over a whole day. */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026",
        "Europe/Berlin, 2026",
        "Australia/Lord_Howe, 2026",
        "America/Santiago, 2026",
        "Africa/Casablanca, 2026",
        "Pacific/Apia, 2011",
        "UTC, 2028"
    })
    void firesAsTheDefinitionOfCrontabSays(String zone, int year) {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed + " for " + zone);
        RandomCron crons = new RandomCron(new Random(seed));
        LocalDateTime begin = LocalDateTime.of(year, 1, 1, 0, 0);
        Span span = new Span(begin, begin.plusYears(1), 60, ZoneId.of(zone));
        List<LocalDateTime> localTimes = span.localTimes();
        List<Moment> moments = span.moments();
        for (int i = 0; i < CRONS; i++) {
            String cron = crons.crontab();
            assertThat(firings(cron, span))
                    .as("%s, seed %d", cron, seed)
                    .isEqualTo(new CronDefinition(cron).firings(localTimes, moments));
        }
    }

    /** Around each change of the clocks by the second, with the days that Quartz names otherwise. */
    @ParameterizedTest
    @CsvSource({"2026-03-28T12:00, 2026-04-01T12:00", "2026-10-24T12:00, 2026-10-27T00:00"})
    void firesAsTheDefinitionOfQuartzSays(LocalDateTime begin, LocalDateTime end) {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        RandomCron crons = new RandomCron(new Random(seed));
        Span span = new Span(begin, end, 10, ZoneId.of("Europe/Berlin"));
        List<LocalDateTime> localTimes = span.localTimes();
        List<Moment> moments = span.moments();
        for (int i = 0; i < 5 * CRONS; i++) {
            String cron = crons.quartz();
            assertThat(firings(cron, span))
                    .as("%s, seed %d", cron, seed)
                    .isEqualTo(new CronDefinition(cron).firings(localTimes, moments));
        }
    }

    @Test
    void aTimeOfDayThatIsLeftOutComesAtTheEndOfTheGap() {
        assertThat(local("30 2 * * *", "Europe/Berlin", "2026-03-29T00:00", "2026-03-30T00:00"))
                .containsExactly("03:00 +02:00");
        assertThat(local("0,20,40 2,3 * * *", "Europe/Berlin", "2026-03-29T00:00", "2026-03-30T00:00"))
                .containsExactly("03:00 +02:00", "03:20 +02:00", "03:40 +02:00");
    }

    @Test
    void aTimeOfDayThatComesTwiceCountsOnce() {
        assertThat(local("30 2 * * *", "Europe/Berlin", "2026-10-25T00:00", "2026-10-26T00:00"))
                .containsExactly("02:30 +02:00");
    }

    @Test
    void whatIsForEveryHourGoesByElapsedTime() {
        assertThat(local("30 * * * *", "Europe/Berlin", "2026-03-29T01:00", "2026-03-29T04:00"))
                .containsExactly("01:30 +01:00", "03:30 +02:00");
        assertThat(local("30 * * * *", "Europe/Berlin", "2026-10-25T01:00", "2026-10-25T04:00"))
                .containsExactly("01:30 +02:00", "02:30 +02:00", "02:30 +01:00", "03:30 +01:00");
    }

    @Test
    void goesOnAfterAnyInstantOfTheHourThatComesTwice() {
        Timetable timetable = new Timetable(Cron.parse("15,45 2 * * *", ""), ZoneId.of("Europe/Berlin"));
        Instant second = Instant.parse("2026-10-25T01:20:00Z"); // 02:20 for the second time
        assertThat(timetable.next(second)).contains(Instant.parse("2026-10-26T01:15:00Z"));
    }
}
