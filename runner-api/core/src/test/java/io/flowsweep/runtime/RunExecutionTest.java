package io.flowsweep.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.Failure;
import io.flowsweep.events.Owner;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvents;
import io.flowsweep.events.RunSettings;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.planner.FlowPackage;
import io.flowsweep.planner.FlowPlanner;
import io.flowsweep.runtime.log.RunLogs;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExecutionTest {

    /** How the flow, whose class is loaded anew, reaches the test. */
    private static final String DURING = "io.flowsweep.during";

    @TempDir
    Path folder;

    private RunExecution execution;
    private Store store;
    private String run;

    public static class TwoSteps extends FlowSpec {
        @Step(next = "end")
        void start() {
            ((Runnable) System.getProperties().get(DURING)).run();
        }

        @Step
        void end() {
            ((Runnable) System.getProperties().get(DURING)).run();
        }
    }

    @BeforeEach
    void record() {
        store = FileStore.open(folder);
        run = StoreLayout.run("TwoSteps", "r");
        String classes = TwoSteps.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        FlowPlan plan = FlowPlanner.of(TwoSteps.class, new FlowPackage("d", List.of(classes), Optional.empty()))
                .plan(Map.of(), Map.of());
        store.append(
                StoreLayout.runLog(run),
                List.of(RunEvents.toLine(
                        new RunRequested(Instant.now(), "r", Owner.self(), List.of(), RunSettings.defaults(), plan))));
        execution = RunExecution.shared(store, run, RunLogs.open(store, run).request(), 1);
    }

    @AfterEach
    void forget() {
        System.getProperties().remove(DURING);
    }

    private void end() {
        execution.end(RunState.TIMED_OUT, Optional.of(Failure.of("timeout", "too long")));
    }

    @Test
    void takesNoStepAfterAnEndFromOutside() {
        AtomicInteger steps = new AtomicInteger();
        System.getProperties().put(DURING, (Runnable) () -> {
            steps.incrementAndGet();
            end();
        });

        assertThat(execution.execute().state()).isEqualTo(RunState.TIMED_OUT);
        assertThat(steps).hasValue(1);
        assertThat(log()).filteredOn(l -> l.contains("TaskStarted")).hasSize(1);
        assertThat(log().get(log().size() - 1)).contains("HostEnded").contains("too long");
    }

    @Test
    void takesNoStepAtAllWhenItEndedBefore() {
        AtomicInteger steps = new AtomicInteger();
        System.getProperties().put(DURING, (Runnable) steps::incrementAndGet);
        end();

        assertThat(execution.execute().state()).isEqualTo(RunState.TIMED_OUT);
        assertThat(steps).hasValue(0);
    }

    @Test
    void putsNothingOnRecordOnceItIsAbandoned() {
        System.getProperties().put(DURING, (Runnable) execution::abandon);

        execution.execute();

        assertThat(log().get(log().size() - 1)).contains("TaskStarted");
    }

    private List<String> log() {
        return store.read(StoreLayout.hostLog(run, 1), 0).lines();
    }
}
