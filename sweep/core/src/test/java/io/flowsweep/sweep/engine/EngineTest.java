package io.flowsweep.sweep.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.engine.FakeRuns.FakeRun;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import io.flowsweep.sweep.space.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
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
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(0L, "needs 64 CPUs, but this machine has 2"));
            assertThat(told(VariantFinished.class)).hasSize(1);
        }

        @Test
        void aVariantThatCannotBeMadeIsSkippedAndTheNextOneRuns() throws InterruptedException {
            FakeRuns runs = new FakeRuns();
            FiniteSource source = new FiniteSource(2, i -> {
                if (i == 0) {
                    throw new UnresolvableVariantException(
                            variant(0), new InvalidInputException("nothing to divide by", "sweep.conf:3", ""));
                }
                return variant(i);
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

            engine.cancel();
            engine.cancel();

            assertThat(end.join().outcome()).isEqualTo(Outcome.CANCELLED);
            assertThat(told(VariantFinished.class))
                    .extracting(VariantFinished::state)
                    .containsExactly(RunState.TERMINATED, RunState.TERMINATED);
            assertThat(runs.noneWaiting()).isTrue();
            journal.close();
            assertThat(journal()).last().isInstanceOf(SweepFinished.class);
        }
    }

    private CompletableFuture<SweepFinished> start(long size, int parallel, RunLauncher launcher) {
        return start(new FiniteSource(size, EngineTest::variant), parallel, launcher);
    }

    private static Variant variant(long i) {
        return new Variant(i, "i=" + i, Map.of("config.i", i), Map.of("i", i), Map.of());
    }

    /** Runs the engine on a thread of its own. */
    private CompletableFuture<SweepFinished> start(VariantSource source, int parallel, RunLauncher launcher) {
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
        engine = new Engine(source, launcher, facts, journal, parallel, told::add);
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
