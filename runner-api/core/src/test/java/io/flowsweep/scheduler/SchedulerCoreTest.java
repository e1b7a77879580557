package io.flowsweep.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.deployer.TriggerCause;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.events.EventRecords;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.AutomationPlan.Join;
import io.flowsweep.plan.AutomationPlan.Missed;
import io.flowsweep.plan.AutomationPlan.Overlap;
import io.flowsweep.scheduler.SchedulerEvent.LeftOut;
import io.flowsweep.scheduler.SchedulerEvent.Refused;
import io.flowsweep.scheduler.SchedulerEvent.Waiting;
import io.flowsweep.scheduler.subscription.TriggerCycles;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import io.flowsweep.testing.DyingStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a clock that the test sets, and a target that remembers. */
class SchedulerCoreTest {

    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    @TempDir
    Path folder;

    private final RememberingTarget target = new RememberingTarget();
    private final List<SchedulerEvent> told = new ArrayList<>();
    private Store store;
    private Instant now = START;
    private SchedulerCore scheduler;

    @BeforeEach
    void start() {
        store = FileStore.open(folder);
        restart();
    }

    /** A new scheduler in place of one that was killed. */
    private void restart() {
        target.changed();
        scheduler = new SchedulerCore(store, target, target::changed, () -> now, told::add);
    }

    private void at(String time) {
        now = Instant.parse("2026-11-25T" + time + "Z");
    }

    private void step(String time) {
        at(time);
        scheduler.step();
    }

    private void publish(String name, String id) {
        publish(name, id, Map.of());
    }

    private void publish(String name, String id, Map<String, Object> payload) {
        new EventRecords(store).publish(new TriggerEvent(name, id, now, payload));
    }

    private List<String> causes(String deployment) {
        return target.started(deployment).stream()
                .map(TriggerRecord::cause)
                .map(TriggerCause::toString)
                .toList();
    }

    private List<String> planned(String deployment) {
        return target.started(deployment).stream()
                .map(run -> run.cause().planned().orElseThrow().toString().substring(11, 16))
                .toList();
    }

    @Nested
    class Schedules {

        @Test
        void startARunWhenTheyAreDue() {
            target.deploy("hourly", now, Automation.schedule("@hourly", Missed.ONCE));
            assertThat(scheduler.step()).contains(Instant.parse("2026-11-25T11:00:00Z"));

            step("10:59:59");
            assertThat(planned("hourly")).isEmpty();
            step("11:00:00");
            step("11:00:01");
            assertThat(planned("hourly")).containsExactly("11:00");
        }

        @ParameterizedTest
        @CsvSource({"SKIP, 14:00", "ONCE, '13:00,14:00'", "ALL, '11:00,12:00,13:00,14:00'"})
        void makeUpForWhatWasMissedAsTheySay(Missed missed, String expected) {
            target.deploy("hourly", now, Automation.schedule("@hourly", missed));
            scheduler.step();
            at("13:30:00");
            restart();

            step("13:30:00");
            step("14:00:00");

            assertThat(planned("hourly")).containsExactly(expected.split(","));
            assertThat(told.stream().anyMatch(LeftOut.class::isInstance)).isEqualTo(missed == Missed.SKIP);
        }

        @Test
        void losesAndDoublesNothingWhenTheSchedulerIsKilledAtTheWorstMoment() {
            target.deploy("hourly", now, Automation.schedule("@hourly", Missed.ALL));
            scheduler.step();
            step("11:00:00");
            // as if it had been killed between starting the run and putting that on record
            store.delete("scheduler");
            restart();

            step("11:00:10");
            step("12:00:00");

            assertThat(planned("hourly")).containsExactly("11:00", "12:00");
        }

        @Test
        void leaveARunOutThatIsForbiddenToOverlap() {
            target.deploy("often", now, Automation.schedule("@hourly", "UTC", Missed.ONCE, Overlap.FORBID));
            scheduler.step();
            step("11:00:00");
            step("12:00:00");
            at("12:30:00");
            restart();
            step("13:00:00");
            target.ended.add("often-0");
            step("14:00:00");

            assertThat(planned("often")).containsExactly("11:00", "14:00");
            assertThat(told)
                    .filteredOn(LeftOut.class::isInstance)
                    .extracting(e -> ((LeftOut) e).reason())
                    .containsExactly("its run often-0 is under way", "its run often-0 is under way");
        }

        @Test
        void endTheRunThatIsToBeReplaced() {
            target.deploy("often", now, Automation.schedule("@hourly", "UTC", Missed.ONCE, Overlap.REPLACE));
            scheduler.step();
            step("11:00:00");
            step("12:00:00");

            assertThat(planned("often")).containsExactly("11:00", "12:00");
            assertThat(target.terminated).containsExactly("often-0");
        }

        @Test
        void restWhileTheirDeploymentIsPausedAndMakeUpForNothingThen() {
            target.deploy("hourly", now, Automation.schedule("@hourly", Missed.ALL));
            scheduler.step();
            target.pause("hourly", true, now);
            step("12:30:00");
            target.pause("hourly", false, now);
            step("12:30:01");
            step("13:00:00");

            assertThat(planned("hourly")).containsExactly("13:00");
        }

        @Test
        void areThoseOfTheVersionThatCounts() {
            target.deploy("flow", now, Automation.schedule("@hourly", Missed.ALL));
            scheduler.step();
            at("10:30:00");
            target.deploy("flow", now, Automation.schedule("45 * * * *", Missed.ALL));
            step("10:30:00");
            step("11:00:00");
            at("11:10:00");
            target.delete("flow", now);
            step("11:10:00");
            step("13:00:00");

            assertThat(planned("flow")).containsExactly("10:45");
        }
    }

    @Nested
    class WhenTheClockIsSetBack {

        @Test
        void schedulesGoByItFromThenOnAndFireNothingTwice() {
            target.deploy("hourly", now, Automation.schedule("@hourly", Missed.ONCE));
            step("11:00:00");
            step("12:00:00");
            step("11:30:00");
            step("12:00:00");
            step("13:00:00");

            assertThat(planned("hourly")).containsExactly("11:00", "12:00", "13:00");
        }

        @Test
        void whatWasDoneInAFarFutureIsForgotten() {
            now = Instant.parse("2030-01-01T00:00:00Z");
            target.deploy("hourly", now, Automation.schedule("@hourly", Missed.ONCE));
            target.deploy("a", now, Automation.upon("ready"));
            scheduler.step();
            now = Instant.parse("2030-01-01T01:00:00Z");
            scheduler.step();
            step("10:30:00");
            restart();
            step("10:59:59");
            assertThat(target.started("hourly")).hasSize(1);
            publish("ready", "1");
            step("11:00:00");

            assertThat(planned("hourly")).containsExactly("01:00", "11:00");
            assertThat(causes("a")).containsExactly("event ready 1");
        }
    }

    @Nested
    class Housekeeping {

        private static final int MANY = 80;

        /** So large that they fill a part of the log. */
        private void publishMany(String prefix) {
            for (int i = 0; i < MANY; i++) {
                publish("large", prefix + i, Map.of("text", "x".repeat(60_000)));
            }
            scheduler.step();
        }

        private long kept() {
            return new EventRecords(store).all().size();
        }

        @Test
        void removesEventsAndTriggersOnceTheyAreOld() {
            target.deploy("both", now, Automation.joined(Join.ALL, Optional.empty(), "x", "y"));
            target.deploy("a", now, Automation.upon("large"));
            publish("x", "1");
            publishMany("first ");
            now = START.plus(Duration.ofDays(29));
            publishMany("second ");
            assertThat(kept()).isEqualTo(1 + 2 * MANY);

            now = START.plus(Duration.ofDays(31));
            scheduler.step();
            assertThat(kept()).isBetween((long) MANY, MANY + MANY / 2L);
            assertThat(target.forgotten).last().isEqualTo(START.plus(Duration.ofDays(1)));

            publish("large", "second 0");
            publish("y", "1");
            scheduler.step();
            restart();
            publish("large", "second 1");
            scheduler.step();
            assertThat(causes("both")).containsExactly("event x 1, y 1");
            assertThat(causes("a")).hasSize(2 * MANY);
        }

        @Test
        void mayBeKilledAtAnyMoment() {
            target.deploy("a", now, Automation.upon("large"));
            publishMany("first ");
            now = START.plus(Duration.ofDays(31));
            publishMany("second ");
            now = START.plus(Duration.ofDays(62));
            publish("large", "last");
            Store whole = store;
            for (int changes = 0; changes < 8; changes++) {
                store = DyingStore.after(changes, whole);
                try {
                    restart();
                    scheduler.step();
                } catch (DyingStore.Death e) {
                    // as by SIGKILL
                }
            }
            store = whole;
            restart();
            scheduler.step();

            assertThat(causes("a")).hasSize(2 * MANY + 1).doesNotHaveDuplicates();
            assertThat(kept()).isLessThan(MANY);
        }

        @Test
        void boundsWhatWaitsForOthers() {
            target.deploy("both", now, Automation.joined(Join.ALL, Optional.empty(), "x", "y"));
            for (int i = 0; i <= Delivery.MOST_WAITING; i++) {
                publish("x", "%04d".formatted(i));
            }
            publish("y", "z");
            scheduler.step();

            assertThat(causes("both")).containsExactly("event x 0001, y z");
            assertThat(told)
                    .filteredOn(Refused.class::isInstance)
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(((Refused) event).why()).isEqualTo("event x 0000");
                        assertThat(((Refused) event).problem()).contains("too many of its name wait");
                    });
        }
    }

    @Nested
    class Circles {

        /** What a run of a deployment publishes, as a flow does. */
        private void publishFrom(TriggerRecord run, String name) {
            List<String> chain = run.cause().told(run.deployment(), 1).chain();
            new EventRecords(store).publish(new TriggerEvent(name, run.run(), now, Map.of(), Optional.of(chain)));
        }

        @Test
        void ofEventsEndWithTheReason() {
            target.deploy("Ping", now, Automation.upon("pong"));
            target.deploy("Pong", now, Automation.upon("ping"));
            publish("pong", "first");
            scheduler.step();
            for (int round = 0; round < 20; round++) {
                List<TriggerRecord> pings = target.started("Ping");
                publishFrom(pings.get(pings.size() - 1), "ping");
                scheduler.step();
                List<TriggerRecord> pongs = target.started("Pong");
                publishFrom(pongs.get(pongs.size() - 1), "pong");
                scheduler.step();
            }

            assertThat(target.started("Ping")).hasSize(Starter.MOST_ROUNDS);
            assertThat(target.started("Pong")).hasSize(Starter.MOST_ROUNDS);
            assertThat(told)
                    .filteredOn(Refused.class::isInstance)
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(((Refused) event).deployment()).isEqualTo("Ping");
                        assertThat(((Refused) event).problem())
                                .contains("3 times: Ping -> Pong -> Ping. No more are started");
                    });
        }

        @Test
        void areNoneHoweverLongAWayIs() {
            for (int i = 0; i < 40; i++) {
                target.deploy("flow-" + i, now, Automation.upon("event-" + i));
            }
            publish("event-0", "first");
            scheduler.step();
            for (int i = 1; i < 40; i++) {
                publishFrom(target.started("flow-" + (i - 1)).get(0), "event-" + i);
                scheduler.step();
            }

            assertThat(target.started("flow-39")).hasSize(1);
        }
    }

    @Nested
    class Events {

        @Test
        void startARunOfEachDeploymentThatWaitsForThem() {
            target.deploy("a", now, Automation.upon("ready"));
            target.deploy("b", now, Automation.upon("ready"));
            target.deploy("c", now, Automation.upon("other"));
            scheduler.step();
            publish("ready", "1");
            scheduler.step();
            scheduler.step();

            assertThat(causes("a")).containsExactly("event ready 1");
            assertThat(causes("b")).containsExactly("event ready 1");
            assertThat(causes("c")).isEmpty();
        }

        @Test
        void countOnceForEachId() {
            target.deploy("a", now, Automation.upon("ready"));
            publish("ready", "1");
            publish("ready", "1");
            scheduler.step();
            publish("ready", "1");
            scheduler.step();
            restart();
            publish("ready", "1");
            scheduler.step();
            publish("ready", "2");
            scheduler.step();

            assertThat(causes("a")).containsExactly("event ready 1", "event ready 2");
        }

        @Test
        void areDeliveredByTheNextSchedulerWhenOneIsKilledWhileItDelivers() {
            target.deploy("a", now, Automation.upon("ready"));
            scheduler.step();
            publish("ready", "1");
            // as if it had been killed after taking the event
            EventRecords records = new EventRecords(store);
            records.accept(records.waiting(), 0);
            restart();
            scheduler.step();

            assertThat(causes("a")).containsExactly("event ready 1");
            assertThat(records.waiting()).isEmpty();
        }

        @Test
        void ofBeforeADeploymentAreNotForIt() {
            publish("ready", "1");
            at("10:00:01");
            target.deploy("a", now, Automation.upon("ready"));
            scheduler.step();

            assertThat(causes("a")).isEmpty();
        }

        @Test
        void thatAreJoinedStartARunTogetherEachUsedOnce() {
            target.deploy("both", now, Automation.joined(Join.ALL, Optional.empty(), "x", "y"));
            publish("x", "1");
            scheduler.step();
            at("10:00:01");
            publish("x", "2");
            scheduler.step();
            restart();
            at("10:00:02");
            publish("y", "1");
            scheduler.step();
            at("10:00:03");
            publish("y", "2");
            publish("y", "3");
            scheduler.step();

            assertThat(causes("both")).containsExactly("event x 1, y 1", "event x 2, y 2");
            assertThat(new SchedulerJournal(store, now).state().waiting())
                    .extracting(Waiting::event)
                    .extracting(TriggerEvent::id)
                    .containsExactly("3");
        }

        @Test
        void thatWaitForOthersAreForgottenWithTheirDeploymentOrItsTriggers() {
            AutomationPlan both = Automation.joined(Join.ALL, Optional.empty(), "x", "y");
            target.deploy("both", now, both);
            target.deploy("changes", now, both);
            publish("x", "1");
            scheduler.step();
            at("10:00:01");
            target.delete("both", now);
            target.deploy("changes", now, Automation.joined(Join.ALL, Optional.empty(), "x", "z"));
            scheduler.step();
            at("10:00:02");
            target.deploy("both", now, both);
            target.deploy("changes", now, both);
            scheduler.step();
            restart();
            publish("y", "1");
            scheduler.step();

            assertThat(causes("both")).isEmpty();
            assertThat(causes("changes")).isEmpty();
        }

        @Test
        void thatWaitTooLongForOthersAreForgotten() {
            target.deploy("both", now, Automation.joined(Join.ALL, Optional.of(Duration.ofHours(1)), "x", "y"));
            publish("x", "1");
            assertThat(scheduler.step()).contains(Instant.parse("2026-11-25T11:00:00Z"));
            step("11:00:00");
            publish("y", "1");
            scheduler.step();
            at("11:59:59");
            publish("x", "2");
            step("12:30:00");

            assertThat(causes("both")).containsExactly("event x 2, y 1");
        }

        @Test
        void ofRunsThatEndStartWhatWaitsForTheirFlow() {
            target.deploy("report", now, Automation.after("Load"));
            publish("run.finished", "Load/1", Map.of("flow", "Load", "run", "1", "succeeded", false));
            publish("run.finished", "Load/2", Map.of("flow", "Load", "run", "2", "succeeded", true));
            publish("run.finished", "Save/3", Map.of("flow", "Save", "run", "3", "succeeded", true));
            scheduler.step();

            assertThat(causes("report")).containsExactly("event run.finished Load/2");
            assertThat(target.started("report").get(0).cause().events().get(0).run())
                    .contains("Load/2");
        }

        @Test
        void ofRunsCountOnTheBranchOfTheProject() {
            AutomationPlan after = Automation.after("Load");
            List<String> tags = List.of("project:shop", "project_branch:test.b");
            target.deploy("shop.test.b.Report", now, after, Optional.of("shop"), tags);
            for (String branch : List.of("test.a", "test.b")) {
                publish(
                        "run.finished",
                        "Load/" + branch,
                        Map.of("flow", "Load", "run", branch, "succeeded", true, "project", "shop", "branch", branch));
            }
            scheduler.step();

            assertThat(causes("shop.test.b.Report")).containsExactly("event run.finished Load/test.b");
        }
    }

    @Test
    void sayWhichDeploymentsWouldRunEachOtherForEver() {
        target.deploy("A", now, Automation.after("C"));
        target.deploy("B", now, Automation.after("A"));
        target.deploy("C", now, Automation.after("B"));

        assertThatThrownBy(() -> TriggerCycles.check(target.find("C").orElseThrow(), target::list))
                .hasMessage("C @TriggerOnFinish: the end of each of these would start the next, for ever: "
                        + "C -> A -> B -> C. Remove one of their triggers.");
        target.deploy("B", now, Automation.after("Other"));
        TriggerCycles.check(target.find("C").orElseThrow(), target::list);
        target.deploy("Self", now, Automation.after("Self"));
        assertThatThrownBy(() -> TriggerCycles.check(target.find("Self").orElseThrow(), target::list))
                .hasMessageContaining("Self -> Self");
    }
}
