package io.flowsweep.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plan.AutomationPlan.Missed;
import io.flowsweep.plan.AutomationPlan.Overlap;
import io.flowsweep.schedule.CronDefinition;
import io.flowsweep.schedule.CronDefinition.Moment;
import io.flowsweep.schedule.CronDefinition.Span;
import io.flowsweep.schedule.RandomCron;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of schedules over two changes of the clocks in each zone, with schedulers that are killed now and then. */
class ScheduleSoakTest {

    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC");
    private static final int CRONS = 3;

    @TempDir
    Path folder;

    private Instant now;

    @Test
    void firesExactlyWhenTheDefinitionOfCronSays() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        RandomCron crons = new RandomCron(random);
        Store store = FileStore.open(folder);
        RememberingTarget target = new RememberingTarget();
        LocalDateTime begin = LocalDateTime.of(2026, 1, 1, 0, 0);
        Map<String, List<Instant>> expected = new TreeMap<>();
        for (String zone : ZONES) {
            Span span = new Span(begin, begin.plusYears(1), 60, ZoneId.of(zone));
            List<LocalDateTime> localTimes = span.localTimes();
            List<Moment> moments = span.moments();
            for (int i = 0; i < CRONS; i++) {
                String cron = random.nextInt(60) + crons.crontab().replaceFirst("^\\S+", "");
                String name = zone.replace('/', '-') + " " + cron;
                Instant since = begin.atZone(span.zone()).toInstant().minusSeconds(1);
                target.deploy(name, since, Automation.schedule(cron, zone, Missed.ALL, Overlap.ALLOW));
                expected.put(name, new CronDefinition(cron).firings(localTimes, moments));
            }
        }

        pass(store, target, begin.atZone(ZoneId.of("Etc/GMT+12")).toInstant(), random);

        expected.forEach((name, firings) -> assertThat(target.started(name).stream()
                        .map(run -> run.cause().planned().orElseThrow())
                        .filter(planned -> !planned.isBefore(begin(name, 2026)) && planned.isBefore(begin(name, 2027)))
                        .toList())
                .as("%s, seed %d", name, seed)
                .isEqualTo(firings));
    }

    /** Steps from one time that is due to the next for a year, and past its end in every zone. */
    private void pass(Store store, RememberingTarget target, Instant begin, Random random) {
        now = begin.minusSeconds(2 * 86_400);
        Instant end = begin.plusSeconds(367 * 86_400L);
        while (now.isBefore(end)) {
            SchedulerCore scheduler = new SchedulerCore(store, target, target::changed, () -> now, event -> {});
            Optional<Instant> next = Optional.of(now);
            for (int steps = 500 + random.nextInt(5_000); steps > 0 && next.isPresent() && now.isBefore(end); steps--) {
                now = next.get();
                next = scheduler.step();
            }
            if (next.isEmpty()) {
                return;
            }
        }
    }

    private static Instant begin(String name, int year) {
        String zone = name.substring(0, name.indexOf(' ')).replaceFirst("-", "/");
        return LocalDateTime.of(year, 1, 1, 0, 0).atZone(ZoneId.of(zone)).toInstant();
    }
}
