package io.flowsweep.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.Owner;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvents;
import io.flowsweep.events.RunSettings;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import io.flowsweep.os.OwnUsage;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.planner.FlowPackage;
import io.flowsweep.planner.FlowPlanner;
import io.flowsweep.runtime.log.RunLogs;
import io.flowsweep.runtime.task.TaskOutput;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker puts on record of a run when it ends before the run does. */
class CurrentRunTest {

    public static class Nothing extends FlowSpec {
        @Step(next = "end")
        void start() {}

        @Step
        void end() {}
    }

    @TempDir
    private Path folder;

    private final CurrentRun current = new CurrentRun();
    private Store store;
    private String name;
    private HostRun run;

    @BeforeEach
    void request() throws IOException {
        store = FileStore.open(folder);
        name = StoreLayout.run("Nothing", "r");
        FlowPlan plan = FlowPlanner.of(Nothing.class, new FlowPackage("d", List.of(), Optional.empty()))
                .plan(Map.of(), Map.of());
        RunRequested request =
                new RunRequested(Instant.now(), "r", Owner.self(), List.of(), RunSettings.defaults(), plan);
        store.append(StoreLayout.runLog(name), List.of(RunEvents.toLine(request)));
        run = new HostRun(
                RunLogs.open(store, name),
                1,
                TaskOutput.to(new FileOutputStream(folder.resolve("output").toFile())),
                OwnUsage.sinceNow());
    }

    @Test
    void anExitThatTheFlowAskedForIsOnRecord() {
        assertThat(current.begin(run)).isTrue();

        current.noteExit();

        assertThat(log()).last().asString().contains("HostEnded").contains("the JVM was told to exit");
    }

    /** A driver that was killed with its order in the pipe once left a run that was said to have failed by an exit. */
    @Test
    void aRunWhoseDriverIsGoneWhenItBeginsIsNotBegunAndHasNoEnd() {
        current.orphan();

        assertThat(current.begin(run)).isFalse();
        current.noteExit();

        assertThat(log()).isEmpty();
    }

    @Test
    void betweenTwoRunsThereIsNothingToSay() {
        current.begin(run);
        current.end();

        current.noteExit();

        assertThat(log()).isEmpty();
    }

    private List<String> log() {
        return store.read(StoreLayout.hostLog(name, 1), 0).lines();
    }
}
