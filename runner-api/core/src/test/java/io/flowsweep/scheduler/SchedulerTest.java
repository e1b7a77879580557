package io.flowsweep.scheduler;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.client.Run;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.TriggeredStatus;
import io.flowsweep.events.Events;
import io.flowsweep.scheduler.SchedulerEvent.Refused;
import io.flowsweep.store.Store;
import io.flowsweep.store.Stores;
import io.flowsweep.testing.JavaProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real deployments, whose runs are carried out. */
@Timeout(900)
class SchedulerTest {

    private static final String LOAD = """
            import io.flowsweep.flow.*;
            import java.util.Map;

            @Trigger(event = "data.ready", parameters = {"rows = data.rows", "day"})
            public class Load extends FlowSpec {
                @Parameter(min = 0) int rows = 1;
                @Parameter String day = "none";
                String seen;

                @Step(next = "end")
                void start() {
                    seen = current().trigger().map(t -> t.deployment() + " " + t.version() + " "
                            + t.events().stream().map(e -> e.name() + " " + e.id() + " " + e.payload()).toList()).orElse("");
                    current().publish("loaded", Map.of("rows", rows));
                }

                @Step void end() {}
            }
            """;

    private static final String REPORT = """
            import io.flowsweep.flow.*;

            @TriggerOnFinish("Load")
            public class Report extends FlowSpec {
                String of;

                @Step(next = "end")
                void start() {
                    of = current().trigger().get().events().get(0).run().get();
                }

                @Step void end() {}
            }
            """;

    private static final String COUNT = """
            import io.flowsweep.flow.*;

            @Trigger(event = "loaded", parameters = "rows")
            public class Count extends FlowSpec {
                @Parameter int rows = 0;

                @Step(next = "end") void start() {}
                @Step void end() {}
            }
            """;

    @TempDir
    Path folder;

    private DeployedFlow deploy(String source) {
        return Deployer.ofSource(source)
                .store(folder)
                .with(r -> r.executor("worker"))
                .create();
    }

    private static Run only(DeployedFlow flow) {
        List<TriggeredRun> runs = flow.runs().toList();
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).status()).isEqualTo(TriggeredStatus.SUCCEEDED);
        return runs.get(0).run().orElseThrow();
    }

    @Test
    void eventsRunsAndTheirEndsStartOneAnother() {
        Store store = Stores.in(folder);
        DeployedFlow load = deploy(LOAD);
        DeployedFlow report = deploy(REPORT);
        DeployedFlow count = deploy(COUNT);
        Events.of(store).send("data.ready", Map.of("data", Map.of("rows", 7), "day", "monday"), "1");

        Scheduler.untilIdle(store, event -> {});

        Run loaded = only(load);
        assertThat(loaded.parameters()).containsEntry("rows", 7L).containsEntry("day", "monday");
        assertThat(loaded.data().get("seen", String.class)).startsWith("Load 1 [data.ready 1 {");
        assertThat(loaded.trigger().orElseThrow().events()).hasSize(1);
        assertThat(only(report).data().get("of", String.class)).isEqualTo("Load/" + loaded.id());
        assertThat(only(count).parameters()).containsEntry("rows", 7L);
    }

    @Test
    void flowsThatStartOneAnotherByEventsForEverAreEnded() {
        Store store = Stores.in(folder);
        String ping = """
                import io.flowsweep.flow.*;
                import java.util.Map;

                @Trigger(event = "pong")
                public class Ping extends FlowSpec {
                    @Step(next = "end") void start() { current().publish("ping", Map.of()); }
                    @Step void end() {}
                }
                """;
        DeployedFlow first = deploy(ping);
        DeployedFlow second = deploy(ping.replace("Ping", "Pong")
                .replace("publish(\"ping\"", "publish(\"pong\"")
                .replace("event = \"pong\"", "event = \"ping\""));
        Events.of(store).send("pong", Map.of(), "first");
        List<SchedulerEvent> told = new ArrayList<>();

        Scheduler.untilIdle(store, told::add);

        assertThat(first.runs()).hasSize(Starter.MOST_ROUNDS);
        assertThat(second.runs()).hasSize(Starter.MOST_ROUNDS);
        assertThat(told)
                .filteredOn(Refused.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((Refused) event).problem()).contains("Ping -> Pong -> Ping. No more are started"));
        assertThat(store.list("events/waiting")).as("all is delivered").isEmpty();
    }

    @Test
    void isEndedByAnInterruptOfTheThreadThatWaitsForItsEnd() {
        Store store = Stores.in(folder);
        Scheduler.once(store, event -> {}); // then somebody keeps the runs
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Scheduler.untilIdle(store, event -> {})).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Scheduler.of(store)).isEmpty();
    }

    @Test
    void aPayloadThatDoesNotFitIsToldAndStartsNothing() {
        Store store = Stores.in(folder);
        DeployedFlow load = deploy(LOAD);
        Events.of(store).send("data.ready", Map.of("data", Map.of("rows", "many")), "1");
        List<SchedulerEvent> told = new ArrayList<>();

        Scheduler.once(store, told::add);

        assertThat(load.runs()).isEmpty();
        assertThat(told).filteredOn(Refused.class::isInstance).singleElement().satisfies(event -> {
            Refused refused = (Refused) event;
            assertThat(refused.why()).isEqualTo("event data.ready 1");
            assertThat(refused.problem()).contains("the parameter \"rows\"").contains("many");
        });
    }

    @Test
    void aSecondSchedulerIsRefusedWithTheNameOfTheFirst() {
        Store store = Stores.in(folder);
        try (Scheduler first = Scheduler.start(store, event -> {})) {
            assertThatThrownBy(() -> Scheduler.start(folder))
                    .hasMessageContaining("another scheduler is at work for this store: process "
                            + ProcessHandle.current().pid() + " on ");
            assertThat(first.end()).isNotDone();
        }
        Scheduler.start(folder).close();
        assertThat(Scheduler.of(store)).isEmpty();
    }

    /** Starts scheduling and dies. */
    static final class Dying {
        public static void main(String[] args) {
            Scheduler.start(Path.of(args[0]));
            Runtime.getRuntime().halt(0);
        }
    }

    @Test
    void aSchedulerOfAMachineThatHasDiedIsTakenOver() throws Exception {
        Store store = Stores.in(folder);
        JavaProcess.output(JavaProcess.startOn("other-machine", Dying.class, folder.toString()));
        assertThatThrownBy(() -> Scheduler.start(folder))
                .hasMessageContaining(Scheduler.of(store).orElseThrow().described())
                .hasMessageContaining(" on other-machine, started ")
                .hasMessageContaining("--take-over");

        Scheduler.takeOver(store);

        Scheduler.start(folder).close();
    }

    @Test
    void aSchedulerThatLivesEndsWhenItIsTakenOver() {
        Store store = Stores.in(folder);
        try (Scheduler first = Scheduler.start(store, event -> {})) {
            Scheduler.takeOver(store);
            try (Scheduler second = Scheduler.start(store, event -> {})) {
                assertThatThrownBy(() -> first.end().join()).hasMessageContaining("another scheduler has taken over");
                assertThat(second.end()).isNotDone();
            }
        }
    }

    @Test
    void whatIsDeployedOrPublishedWhileItWorksIsNoticed() {
        Store store = Stores.in(folder);
        try (Scheduler scheduler = Scheduler.start(store, event -> {})) {
            DeployedFlow count = deploy(COUNT);
            Events.of(store).send("loaded", Map.of("rows", 3));
            await("the run to end", () -> count.runs().anyMatch(run -> run.status() == TriggeredStatus.SUCCEEDED));
            assertThat(scheduler.end()).isNotDone();
        }
    }

    @Test
    void aScheduleThatGivesNoValueToARequiredParameterIsRefused() {
        String source = LOAD.replace("@Parameter(min = 0) int rows = 1", "@Parameter(required = true) int rows")
                .replace("public class", "@Schedule public class");
        assertThatThrownBy(() -> deploy(source))
                .hasMessageContaining(
                        "a run that the schedule starts would lack what it needs: the parameter \"rows\" is required");
        assertThat(Deployer.ofSource(source)
                        .store(folder)
                        .parameter("rows", 1)
                        .create()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void flowsThatWouldStartEachOtherForEverAreRefused() {
        deploy(REPORT);
        assertThatThrownBy(() -> deploy(LOAD.replace(
                        "@Trigger(event = \"data.ready\", parameters = {\"rows = data.rows\", \"day\"})",
                        "@TriggerOnFinish(\"Report\")")))
                .hasMessageStartingWith(
                        "Load @TriggerOnFinish: the end of each of these would start the next, for ever: "
                                + "Load -> Report -> Load");
    }
}
