package io.flowsweep.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.Artifact;
import io.flowsweep.events.Owner;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.HostRequested;
import io.flowsweep.events.RunEvent.RunEnded;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvent.TaskStarted;
import io.flowsweep.events.RunEvent.TaskSucceeded;
import io.flowsweep.events.RunEvents;
import io.flowsweep.events.RunSettings;
import io.flowsweep.events.RunState;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {

    private static final String RUN = StoreLayout.run("F", "r");
    private static final Owner DEAD = new Owner(
            Owner.self().pid(),
            Owner.self().started().minus(Duration.ofDays(1)),
            Owner.self().machine());

    @TempDir
    Path folder;

    private void request(Store store) {
        append(
                store,
                new RunRequested(
                        Instant.now(),
                        "r",
                        DEAD,
                        List.of(),
                        RunSettings.defaults(),
                        FlowPlan.of("F").build()));
    }

    private static void append(Store store, RunEvent event) {
        store.append(StoreLayout.runLog(RUN), List.of(RunEvents.toLine(event)));
    }

    @Test
    void isLostWhenItsOwnerDiedBeforeItEnded() {
        Store store = FileStore.open(folder);
        request(store);

        assertThat(RunRecord.read(store, RUN).orElseThrow().state()).isEqualTo(RunState.LOST);
    }

    @Test
    void isNotLostWhenItsOwnerEndedItBetweenTwoLooks() {
        Store store = FileStore.open(folder);
        request(store);

        Store busy = afterFirstRead(
                store, () -> append(store, new RunEnded(Instant.now(), RunState.SUCCEEDED, Optional.empty())));

        assertThat(RunRecord.read(busy, RUN).orElseThrow().state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void keepsTheOrderOfALogWhenTheClockWasSetBack() {
        Store store = FileStore.open(folder);
        request(store);
        append(store, new HostRequested(Instant.now(), 1, "process", "F/r/1"));
        Instant now = Instant.now();
        host(store, new TaskStarted(now, "start-1", "start", "start", 0));
        host(store, new TaskSucceeded(now.plusSeconds(1), "start-1", "start", 0, List.of(artifact("first"))));
        host(store, new TaskStarted(now.minusSeconds(60), "end-1", "end", "end", 0));
        host(store, new TaskSucceeded(now.minusSeconds(61), "end-1", "end", 0, List.of(artifact("last"))));
        host(store, new HostEnded(now.minusSeconds(61), RunState.SUCCEEDED, Optional.empty()));

        RunRecord run = RunRecord.read(store, RUN).orElseThrow();

        assertThat(run.hosts().tasks().values()).allMatch(TaskRecord::succeeded);
        assertThat(run.lastArtifacts()).containsExactly(artifact("last"));
    }

    private static void host(Store store, RunEvent event) {
        store.append(StoreLayout.hostLog(RUN, 1), List.of(RunEvents.toLine(event)));
    }

    private static Artifact artifact(String value) {
        return new Artifact("value", "json", Optional.of(value), Optional.empty());
    }

    /** The store, in which something happens right after it was read for the first time. */
    private static Store afterFirstRead(Store store, Runnable happens) {
        AtomicBoolean read = new AtomicBoolean();
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(store, arguments);
                    if (method.getName().equals("read") && read.compareAndSet(false, true)) {
                        happens.run();
                    }
                    return result;
                });
    }
}
