package io.flowsweep.scheduler;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.TriggeredStatus;
import io.flowsweep.deployer.local.StoreLock;
import io.flowsweep.events.Events;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.RunEnded;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvents;
import io.flowsweep.scheduler.SchedulerEvent.Fired;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.Stores;
import io.flowsweep.testing.JavaProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Schedulers, and then who keeps the runs, are killed while 50 triggered runs and 20 events are under way. */
@Timeout(900)
class SchedulerDeathTest {

    private static final int RUNS = 50;
    private static final int EVENTS = 20;
    private static final int KILLS = 3;

    private static final String WORK = """
            import io.flowsweep.flow.*;

            @Trigger(event = "go", parameters = "n")
            public class Work extends FlowSpec {
                @Parameter int n = -1;
                int done;

                @Step(next = "end") void start() { done = n + 1; }
                @Step void end() {}
            }
            """;

    private static final String AFTER = """
            import io.flowsweep.flow.*;

            @TriggerOnFinish("Work")
            public class After extends FlowSpec {
                String of;

                @Step(next = "end")
                void start() { of = current().trigger().get().events().get(0).run().get(); }
                @Step void end() {}
            }
            """;

    @TempDir
    Path folder;

    /** Schedules until it is killed. */
    static final class Scheduling {
        public static void main(String[] args) {
            Scheduler.start(Path.of(args[0])).end().join();
        }
    }

    private DeployedFlow deploy(String source) {
        return Deployer.ofSource(source)
                .store(folder)
                .with(r -> r.executor("worker"))
                .create();
    }

    @Test
    void allRunsEndOnceAndAllEventsAreDelivered() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Store store = Stores.in(folder);
        DeployedFlow work = deploy(WORK);
        DeployedFlow after = deploy(AFTER);
        List<TriggeredRun> byHand = new ArrayList<>();

        Process scheduler = JavaProcess.start(Scheduling.class, folder.toString());
        CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < RUNS; i++) {
                byHand.add(work.trigger(Map.of("n", i)));
                if (i < EVENTS) {
                    Events.of(store).send("go", Map.of("n", RUNS + i), "event-" + i);
                }
            }
        });
        for (int kill = 1; kill <= KILLS; kill++) {
            int enough = fired(store) + 1 + random.nextInt(6);
            await("some runs to be started", () -> fired(store) >= enough);
            scheduler.destroyForcibly().waitFor();
            scheduler = JavaProcess.start(Scheduling.class, folder.toString());
        }
        asking.join();
        StoreLock.holder(store, "keeper")
                .flatMap(keeper -> ProcessHandle.of(keeper.pid()))
                .ifPresent(ProcessHandle::destroyForcibly);
        await("the last scheduler to be there", () -> Scheduler.of(store).isPresent());
        scheduler.destroyForcibly().waitFor();
        Scheduler.untilIdle(store, event -> {});

        Set<Integer> numbers = new HashSet<>();
        List<TriggeredRun> all = work.runs().toList();
        for (TriggeredRun run : all) {
            assertThat(run.status()).as("%s, seed %d", run, seed).isEqualTo(TriggeredStatus.SUCCEEDED);
            numbers.add(run.run().orElseThrow().data().get("done", Integer.class));
            assertEndedOnce(store, "Work", run);
        }
        assertThat(byHand).hasSize(RUNS);
        assertThat(all).hasSize(RUNS + EVENTS);
        assertThat(numbers).hasSize(RUNS + EVENTS);

        List<TriggeredRun> following = after.runs().toList();
        following.forEach(run -> assertEndedOnce(store, "After", run));
        assertThat(following)
                .extracting(run -> run.run().orElseThrow().data().get("of", String.class))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(run -> "Work/" + run.id()).toList());
    }

    private static int fired(Store store) {
        return (int) Scheduler.history(store).stream()
                .filter(Fired.class::isInstance)
                .count();
    }

    /** Of a run whose keeper was killed when its host had just ended, the host alone has recorded the end. */
    private static void assertEndedOnce(Store store, String flow, TriggeredRun run) {
        List<RunEvent> events = store.read(StoreLayout.runLog(StoreLayout.run(flow, run.id())), 0).lines().stream()
                .flatMap(line -> RunEvents.parse(line).stream())
                .toList();
        assertThat(run.status()).isEqualTo(TriggeredStatus.SUCCEEDED);
        assertThat(events)
                .as("%s", run)
                .filteredOn(RunRequested.class::isInstance)
                .hasSize(1);
        assertThat(events).as("%s", run).filteredOn(RunEnded.class::isInstance).hasSizeLessThanOrEqualTo(1);
    }
}
