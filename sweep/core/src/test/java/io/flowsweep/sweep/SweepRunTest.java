package io.flowsweep.sweep;

import static io.flowsweep.sweep.space.AxisBuilder.axis;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.events.ControlAction;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.Controlled;
import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.testing.WaitingFlow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sweep that a program runs, watches and steers. */
@Timeout(600)
class SweepRunTest {

    @TempDir
    private Path folder;

    private WaitingFlow flow;

    @BeforeEach
    void writeFlow() {
        flow = WaitingFlow.in(folder);
    }

    private SweepRun start(int variants, SweepOptions options) {
        return Sweep.of(flow.source())
                .config(flow.config())
                .grid(axis("n").values(LongStream.range(0, variants).boxed().toArray()))
                .metrics(Map.of("value", "value", "nearly", Map.of("reported", "nearly")))
                .run(options.executor("inline")
                        .parallel(1)
                        .store(folder.resolve("store"))
                        .results(folder.resolve("results")));
    }

    @Test
    void itsEventsComeWhileItRuns() {
        try (SweepRun run = start(2, SweepOptions.defaults())) {
            Iterator<SweepEvent> events = run.events().iterator();
            assertThat(events.next()).isInstanceOf(SweepStarted.class);
            assertThat(until(events, VariantStarted.class).variant()).isZero();
            assertThat(run.await(Duration.ZERO)).as("it goes on").isEmpty();

            flow.letGo(0);
            assertThat(until(events, VariantFinished.class).metrics()).containsEntry("value", 0.0);
            assertThat(until(events, VariantStarted.class).variant()).isEqualTo(1);

            flow.letGo(1);
            assertThat(until(events, SweepFinished.class).outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(events.hasNext()).isFalse();
            assertThat(run.await(ChronoUnit.FOREVER.getDuration())).isPresent();
            assertThat(run.results().rowCount()).isEqualTo(2);
        }
    }

    @Test
    void whatRunsReportIsToldWhileTheyRunAndOnlyOnce() {
        try (SweepRun run = start(1, SweepOptions.defaults())) {
            Iterator<SweepEvent> events = run.events().iterator();
            assertThat(until(events, MetricReported.class).value()).isEqualTo(0.25);
            assertThat(run.summary().running()).isEqualTo(1);

            flow.letGo(0);
            run.await();
            assertThat(run.events().filter(MetricReported.class::isInstance)).hasSize(1);
        }
    }

    private static <E extends SweepEvent> E until(Iterator<SweepEvent> events, Class<E> kind) {
        while (true) {
            SweepEvent event = events.next();
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }

    @Test
    void aStreamAndBothKindsOfListenersAreToldTheSame() throws Exception {
        flow.letGo(0, 1, 2);
        List<SweepEvent> waitedFor = new ArrayList<>();
        List<SweepEvent> alongside = new ArrayList<>();
        CompletableFuture<Void> told = new CompletableFuture<>();
        SweepRun run = start(3, SweepOptions.defaults().listener(waitedFor::add))
                .listen(event -> {
                    throw new IllegalStateException("a listener that fails");
                })
                .listen(event -> {
                    alongside.add(event);
                    if (event instanceof SweepFinished) {
                        told.complete(null);
                    }
                });
        run.await();

        told.join();
        assertThat(waitedFor).hasSizeGreaterThan(7);
        assertThat(alongside).isEqualTo(waitedFor);
        assertThat(run.events()).as("after the end, too").isEqualTo(waitedFor);
    }

    @Test
    void itIsPausedGoesOnLosesAVariantAndRunsOneAgain() {
        flow.letGo(0, 2);
        try (SweepRun run = start(3, SweepOptions.defaults())) {
            Iterator<SweepEvent> events = run.events().iterator();
            while (until(events, VariantStarted.class).variant() < 1) {}
            run.pause();
            assertThat(until(events, Controlled.class).action()).isEqualTo(ControlAction.PAUSE);
            run.cancel(1);
            assertThat(until(events, VariantFinished.class).variant()).isEqualTo(1);
            assertThat(run.summary().stateText()).isEqualTo("paused");
            run.add(0);
            run.resume();

            assertThat(until(events, VariantStarted.class).variant()).isZero();
            SweepSummary summary = run.await();
            assertThat(summary.succeeded()).isEqualTo(2);
            assertThat(summary.terminated()).isEqualTo(1);
        }
    }

    @Test
    void anEndThatIsAskedForIsTheLastEvent() {
        try (SweepRun run = start(2, SweepOptions.defaults())) {
            run.cancel();

            assertThat(run.events())
                    .last()
                    .isInstanceOfSatisfying(
                            SweepFinished.class,
                            end -> assertThat(end.outcome()).isEqualTo(Outcome.CANCELLED));
        }
    }

    @Test
    void anInterruptEndsTheStreamAndIsKept() {
        try (SweepRun run = start(1, SweepOptions.defaults())) {
            Thread.currentThread().interrupt();
            List<SweepEvent> seen = run.events().toList();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(seen).noneMatch(SweepFinished.class::isInstance);
        }
    }
}
