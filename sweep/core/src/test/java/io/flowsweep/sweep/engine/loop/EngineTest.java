package io.flowsweep.sweep.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.engine.journal.Journal;
import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.engine.journal.SlowDisk;
import io.flowsweep.sweep.engine.loop.FakeRuns.FakeRun;
import io.flowsweep.sweep.engine.run.Effort;
import io.flowsweep.sweep.engine.run.RunLauncher;
import io.flowsweep.sweep.engine.trial.FiniteSource;
import io.flowsweep.sweep.engine.trial.MemoryNeeds;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.engine.trial.TrialOrder;
import io.flowsweep.sweep.engine.trial.UnresolvableVariantException;
import io.flowsweep.sweep.engine.trial.VariantFacts;
import io.flowsweep.sweep.engine.trial.VariantSource;
import io.flowsweep.sweep.events.ControlAction;
import io.flowsweep.sweep.events.FailureKind;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.AttemptFailed;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.spec.Budget;
import io.flowsweep.sweep.spec.FailureLimit;
import io.flowsweep.sweep.spec.RetryPolicy;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class EngineTest {

    private static final String LOG = StoreLayout.journal("s", 0);

    @TempDir
    private Path folder;

    private final BlockingQueue<SweepEvent> told = new LinkedBlockingQueue<>();
    private SlowDisk disk;
    private Journal journal;
    private Engine engine;

    @BeforeEach
    void open() {
        disk = new SlowDisk(FileStore.open(folder));
        disk.permission.countDown();
        journal = new Journal(disk, LOG);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Nested
    class Scheduling {

        @Test
        void keepsAsManyRunsInFlightAsAllowedAndNoMore() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(5, 2, runs);

            FakeRun first = runs.next();
            FakeRun second = runs.next();
            assertThat(runs.noneWaiting()).isTrue();

            second.end(RunState.SUCCEEDED);
            FakeRun third = runs.next();
            assertThat(third.variant.index())
                    .as("no batch: one ends, one starts")
                    .isEqualTo(2);

            first.end(RunState.SUCCEEDED);
            third.end(RunState.SUCCEEDED);
            runs.next().end(RunState.SUCCEEDED);
            runs.next().end(RunState.SUCCEEDED);
            assertThat(end.join().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(told(VariantFinished.class)).hasSize(5);
        }

        @Test
        void aRunIsOnRecordBeforeItIsLaunched() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(1, 1, runs);

            FakeRun run = runs.next();

            assertThat(journal()).hasSize(1).first().isInstanceOf(VariantStarted.class);
            run.end(RunState.SUCCEEDED);
            end.join();
        }

        @Test
        void aSweepWithoutVariantsIsComplete() {
            assertThat(start(0, 2, new FakeRuns()).join().outcome()).isEqualTo(Outcome.COMPLETED);
        }
    }

    @Nested
    class Failures {

        @Test
        void oneVariantsFailureIsToldAtOnceAndDisturbsNoOther() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(3, 2, runs);
            FakeRun other = runs.next();

            runs.next().end(RunState.FAILED);
            FakeRun third = runs.next();

            assertThat(told(VariantFinished.class))
                    .extracting(VariantFinished::state)
                    .containsExactly(RunState.FAILED);
            other.end(RunState.SUCCEEDED);
            third.end(RunState.TIMED_OUT);
            assertThat(end.join().outcome()).isEqualTo(Outcome.COMPLETED);
        }

        @Test
        void aVariantThatCannotBeStartedIsSkippedWithTheReason() throws InterruptedException {
            FakeRuns runs = new FakeRuns(variant -> {
                if (variant.index() == 0) {
                    throw new InvalidInputException("needs 64 CPUs, but this machine has 2", "", "");
                }
            });
            CompletableFuture<SweepFinished> end = start(2, 1, runs);
            runs.next().end(RunState.SUCCEEDED);

            assertThat(end.join().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(told(VariantSkipped.class))
                    .extracting(VariantSkipped::variant, VariantSkipped::reason)
                    .containsExactly(tuple(0L, "needs 64 CPUs, but this machine has 2"));
            assertThat(told(VariantFinished.class)).hasSize(1);
        }

        @Test
        void aVariantThatCannotBeMadeIsSkippedAndTheNextOneRuns() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            FiniteSource source = source(2, id -> {
                if (id.variant() == 0) {
                    throw new UnresolvableVariantException(
                            trial(id), new InvalidInputException("nothing to divide by", "sweep.conf:3", ""));
                }
                return trial(id);
            });
            CompletableFuture<SweepFinished> end = start(source, 2, runs);
            runs.next().end(RunState.SUCCEEDED);

            assertThat(end.join().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(told(VariantSkipped.class))
                    .extracting(VariantSkipped::reason)
                    .containsExactly("sweep.conf:3: nothing to divide by");
            assertThat(told(VariantFinished.class))
                    .extracting(VariantFinished::variant)
                    .containsExactly(1L);
        }

        @Test
        void aWarningOfSeveralVariantsIsSaidOnce() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(2, 2, runs);
            runs.next().end(RunState.SUCCEEDED, "the metric is missing");
            runs.next().end(RunState.SUCCEEDED, "the metric is missing");
            end.join();

            assertThat(told(Warned.class)).hasSize(1);
        }

        @Test
        void aFullDiskEndsTheSweepAndItsRuns() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(4, 2, runs);
            FakeRun first = runs.next();
            FakeRun second = runs.next();
            disk.full = true;
            first.end(RunState.SUCCEEDED);

            SweepFinished finished = end.join();
            assertThat(finished.outcome()).isEqualTo(Outcome.BROKEN_OFF);
            assertThat(finished.reason())
                    .hasValueSatisfying(why -> assertThat(why).contains("no space left"));
            assertThat(second.result()).isCompletedWithValueMatching(r -> r.state() == RunState.TERMINATED);
            assertThat(runs.noneWaiting())
                    .as("nothing is launched that is not on record")
                    .isTrue();
        }

        @Test
        void aRunThatCannotBeKeptEndsTheSweepAndIsNoFailure() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(4, 2, runs);
            FakeRun first = runs.next();
            FakeRun second = runs.next();
            first.end(RunState.FAILED, FailureKind.STORE);

            SweepFinished finished = end.join();
            assertThat(finished.outcome()).isEqualTo(Outcome.BROKEN_OFF);
            assertThat(finished.reason()).contains("it FAILED");
            assertThat(second.result()).isCompletedWithValueMatching(r -> r.state() == RunState.TERMINATED);
            assertThat(told(VariantFinished.class))
                    .extracting(VariantFinished::state)
                    .doesNotContain(RunState.FAILED);
        }

        @Test
        void aFaultOfOurOwnEndsTheRunsAndIsThrown() throws InterruptedException {
            FakeRuns runs = new FakeRuns(variant -> {
                if (variant.index() == 1) {
                    throw new IllegalStateException("a bug");
                }
            });
            CompletableFuture<SweepFinished> end = start(2, 2, runs);

            assertThatThrownBy(end::join)
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseMessage("a bug");
            assertThat(runs.next().result()).isCompletedWithValueMatching(r -> r.state() == RunState.TERMINATED);
        }
    }

    @Nested
    class Cancelling {

        @Test
        void endsWhatIsUnderWayAndStartsNothingMore() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(10, 2, runs);
            runs.next();
            runs.next();

            engine.cancel(Optional.empty());
            engine.cancel(Optional.empty());

            assertThat(end.join().outcome()).isEqualTo(Outcome.CANCELLED);
            assertThat(told(VariantFinished.class))
                    .extracting(VariantFinished::state)
                    .containsExactly(RunState.TERMINATED, RunState.TERMINATED);
            assertThat(runs.noneWaiting()).isTrue();
            journal.close();
            assertThat(journal()).last().isInstanceOf(SweepFinished.class);
        }
    }

    @Nested
    class Retrying {

        private final RetryPolicy twice = new RetryPolicy(2, 2, Optional.empty(), 3);

        @Test
        void aRunOutOfMemoryIsResumedWithMoreAndTheResultIsMarked() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(source(1, EngineTest::trial), atMost(1), twice, runs);
            runs.next().end(RunState.FAILED, FailureKind.MEMORY);
            FakeRun second = runs.next();

            assertThat(second.effort).isEqualTo(new Effort(2, Optional.of("run-0-1"), Optional.of(2L << 30), 1));
            second.end(RunState.SUCCEEDED);
            end.join();
            assertThat(told(AttemptFailed.class))
                    .extracting(AttemptFailed::kind, AttemptFailed::next)
                    .containsExactly(tuple(FailureKind.MEMORY, Optional.of("memory 2 GiB")));
            assertThat(told(VariantFinished.class))
                    .extracting(VariantFinished::attempts, VariantFinished::escalated)
                    .containsExactly(tuple(2, Optional.of("memory 2 GiB")));
        }

        @Test
        void memoryGrowsToTheMachinesAndNoFurther() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            RetryPolicy often = new RetryPolicy(9, 3, Optional.empty(), 1);
            CompletableFuture<SweepFinished> end = start(source(1, EngineTest::trial), atMost(1), often, runs);
            runs.next().end(RunState.FAILED, FailureKind.MEMORY);
            assertThat(runs.next().effort.memoryBytes()).contains(3L << 30);
            engine.cancel(Optional.empty());
            end.join();
        }

        @Test
        void aLargerSiblingBeginsWithTheMemoryThatASmallerOneCameToNeed() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(source(3, EngineTest::trial), atMost(1), twice, runs);
            runs.next().end(RunState.SUCCEEDED);
            runs.next().end(RunState.FAILED, FailureKind.MEMORY);
            runs.next().end(RunState.SUCCEEDED);
            FakeRun larger = runs.next();

            assertThat(larger.effort).isEqualTo(new Effort(1, Optional.empty(), Optional.of(2L << 30), 1));
            larger.end(RunState.SUCCEEDED);
            end.join();
        }

        @Test
        void aTimeoutGetsMoreTimeALostHostTheSameAndAFaultOfTheFlowNothing() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(source(1, EngineTest::trial), atMost(1), twice, runs);
            runs.next().end(RunState.TIMED_OUT, FailureKind.TIMEOUT);
            FakeRun second = runs.next();
            assertThat(second.effort.timeFactor()).isEqualTo(3);
            second.end(RunState.FAILED, FailureKind.LOST_HOST);
            FakeRun third = runs.next();
            assertThat(third.effort).isEqualTo(new Effort(3, Optional.of("run-0-2"), Optional.empty(), 3));
            third.end(RunState.FAILED, FailureKind.USER);

            assertThat(end.join().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(told(VariantFinished.class))
                    .extracting(VariantFinished::state, VariantFinished::kind)
                    .containsExactly(tuple(RunState.FAILED, Optional.of(FailureKind.USER)));
        }
    }

    @Nested
    class Ending {

        @Test
        void tooManyFailuresEndTheSweepAndSayWhatIsLeft() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            EngineLimits limits =
                    new EngineLimits(2, () -> 10, Optional.of(new FailureLimit(10, true)), Budget.UNLIMITED);
            CompletableFuture<SweepFinished> end = start(source(10, EngineTest::trial), limits, RetryPolicy.NONE, runs);
            runs.next().end(RunState.FAILED);
            FakeRun other = runs.next();
            runs.next().end(RunState.FAILED);

            SweepFinished finished = end.join();
            assertThat(finished.outcome()).isEqualTo(Outcome.TOO_MANY_FAILURES);
            assertThat(finished.reason()).contains("2 failed, and it puts up with 10% (max_failures)");
            assertThat(finished.left()).contains(7L);
            assertThat(other.result()).isCompletedWithValueMatching(r -> r.state() == RunState.TERMINATED);
        }

        @Test
        void aBudgetOfRunsLetsThoseUnderWayFinish() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(
                    source(10, EngineTest::trial),
                    budget(new Budget(Optional.empty(), Optional.empty(), Optional.of(3L))),
                    RetryPolicy.NONE,
                    runs);
            for (int i = 0; i < 3; i++) {
                runs.next().end(RunState.SUCCEEDED);
            }

            assertThat(end.join().outcome()).isEqualTo(Outcome.BUDGET_SPENT);
            assertThat(end.join().left()).contains(7L);
            assertThat(told(VariantFinished.class)).hasSize(3);
        }

        @Test
        void aBudgetOfCoreHoursCountsWhatRunsHaveTaken() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(
                    source(10, EngineTest::trial),
                    budget(new Budget(Optional.empty(), Optional.of(2.0), Optional.empty())),
                    RetryPolicy.NONE,
                    runs);
            runs.next().end(RunState.SUCCEEDED);
            FakeRun second = runs.next();
            FakeRun third = runs.next();
            second.end(RunState.SUCCEEDED);
            third.end(RunState.SUCCEEDED);

            assertThat(end.join().reason()).contains("its budget of 2 core-hours is spent");
            assertThat(told(VariantFinished.class)).hasSize(3);
        }

        @Test
        void aBudgetOfTimeEndsWhatIsUnderWay() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            Duration time = Duration.ofMillis(100);
            while (runs.noneWaiting()) { // a slow machine starts none in so short a time
                Budget budget = new Budget(Optional.of(time), Optional.empty(), Optional.empty());
                CompletableFuture<SweepFinished> end =
                        start(source(10, EngineTest::trial), budget(budget), RetryPolicy.NONE, runs);
                assertThat(end.join().outcome()).isEqualTo(Outcome.BUDGET_SPENT);
                time = time.multipliedBy(2);
            }

            assertThat(runs.next().result()).isCompletedWithValueMatching(r -> r.state() == RunState.TERMINATED);
        }

        private EngineLimits budget(Budget budget) {
            return new EngineLimits(2, () -> 10, Optional.empty(), budget);
        }
    }

    @Nested
    class Controls {

        @Test
        void aPausedSweepStartsNothingUntilItGoesOn() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(2, 1, runs);
            FakeRun first = runs.next();
            engine.control(ControlAction.PAUSE, Optional.empty());
            first.end(RunState.SUCCEEDED);
            while (told(VariantFinished.class).isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(runs.noneWaiting()).isTrue();
            assertThat(end).isNotDone();

            engine.control(ControlAction.RESUME, Optional.empty());
            runs.next().end(RunState.SUCCEEDED);
            assertThat(end.join().outcome()).isEqualTo(Outcome.COMPLETED);
        }

        @Test
        void oneVariantIsCancelledAndTheOthersGoOn() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            RetryPolicy retry = new RetryPolicy(5, 2, Optional.empty(), 2);
            CompletableFuture<SweepFinished> end = start(source(2, EngineTest::trial), atMost(2), retry, runs);
            runs.next();
            FakeRun second = runs.next();
            engine.control(ControlAction.CANCEL, Optional.of(0L));
            second.end(RunState.SUCCEEDED);

            assertThat(end.join().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(told(VariantFinished.class))
                    .extracting(VariantFinished::variant, VariantFinished::state)
                    .containsExactlyInAnyOrder(tuple(0L, RunState.TERMINATED), tuple(1L, RunState.SUCCEEDED));
        }

        @Test
        void aVariantThatIsAddedRunsNext() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(3, 1, runs);
            runs.next().end(RunState.FAILED);
            FakeRun second = runs.next();
            engine.control(ControlAction.ADD, Optional.of(0L));
            second.end(RunState.SUCCEEDED);
            FakeRun again = runs.next();

            assertThat(again.variant.index()).isZero();
            again.end(RunState.SUCCEEDED);
            runs.next().end(RunState.SUCCEEDED);
            assertThat(end.join().outcome()).isEqualTo(Outcome.COMPLETED);
        }

        @Test
        void aVariantThatIsAddedBeforeItsTurnDoesNotRunTwice() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(3, 1, runs);
            FakeRun first = runs.next();
            engine.control(ControlAction.ADD, Optional.of(2L));
            first.end(RunState.SUCCEEDED);

            FakeRun last = runs.next();
            assertThat(last.variant.index()).isEqualTo(2);
            last.end(RunState.SUCCEEDED);
            runs.next().end(RunState.SUCCEEDED);
            assertThat(end.join().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(told(VariantFinished.class)).hasSize(3);
        }

        @Test
        void pointsThatAreAddedAreOnRecordBeforeTheyRunNext() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            CompletableFuture<SweepFinished> end = start(2, 1, runs);
            FakeRun first = runs.next();
            CompletableFuture<VariantsAdded> added =
                    engine.add(List.of(Map.of("config.i", 7L), Map.of("config.i", 8L)));
            assertThat(added.join().first()).isEqualTo(2);
            assertThat(journal()).filteredOn(VariantsAdded.class::isInstance).containsExactly(added.join());
            first.end(RunState.SUCCEEDED);

            for (long index : List.of(2L, 3L, 1L)) {
                FakeRun run = runs.next();
                assertThat(run.variant.index()).isEqualTo(index);
                run.end(RunState.SUCCEEDED);
            }
            assertThat(end.join().outcome()).isEqualTo(Outcome.COMPLETED);
        }

        @Test
        void nothingIsAddedToASweepThatHasEnded() {
            start(0, 1, new FakeRuns()).join();

            assertThat(engine.add(List.of(Map.of("config.i", 7L))))
                    .completesExceptionallyWithin(Duration.ofSeconds(400))
                    .withThrowableThat()
                    .withMessageContaining("the sweep has come to its end");
        }
    }

    private static EngineLimits atMost(int parallel) {
        return new EngineLimits(parallel, () -> Long.MAX_VALUE, Optional.empty(), Budget.UNLIMITED);
    }

    private CompletableFuture<SweepFinished> start(long size, int parallel, RunLauncher launcher) {
        return start(source(size, EngineTest::trial), parallel, launcher);
    }

    private static FiniteSource source(long size, Function<TrialId, Trial> trials) {
        return new FiniteSource(
                TrialOrder.interleaved(size, 1), 1, trial -> true, trials, OptionalLong::empty, EngineTest::added);
    }

    /** Behind a space of two. */
    private static VariantsAdded added(List<Map<String, Object>> points) {
        return new VariantsAdded(Instant.now(), 2, points);
    }

    private static Trial trial(TrialId id) {
        long i = id.variant();
        return new Trial(new Variant(i, "i=" + i, Map.of("config.i", i), Map.of("i", i), Map.of()));
    }

    /** Runs the engine on a thread of its own. */
    private CompletableFuture<SweepFinished> start(VariantSource source, int parallel, RunLauncher launcher) {
        return start(source, atMost(parallel), RetryPolicy.NONE, launcher);
    }

    private CompletableFuture<SweepFinished> start(
            VariantSource source, EngineLimits limits, RetryPolicy retry, RunLauncher launcher) {
        VariantFacts facts = new VariantFacts() {
            @Override
            public String identity(Variant variant) {
                return "ab".repeat(32);
            }

            @Override
            public Map<String, Object> values(Variant variant) {
                return variant.point();
            }
        };
        engine = new Engine(
                source,
                launcher,
                facts,
                new Escalation(retry, 4 * FakeRuns.MEMORY, Map.of(), new MemoryNeeds()),
                journal,
                limits,
                told::add);
        return CompletableFuture.supplyAsync(engine::run, work -> {
            Thread thread = new Thread(work, "engine-test");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** The events of a kind told so far. Those behind a run that was launched have been told before it. */
    private <T extends SweepEvent> List<T> told(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<SweepEvent> journal() {
        List<SweepEvent> events = new ArrayList<>();
        new Journals(FileStore.open(folder)).read("s", 0, events::add);
        return events;
    }
}
