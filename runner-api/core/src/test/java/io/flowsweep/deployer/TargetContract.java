package io.flowsweep.deployer;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.command.CommandFlow;
import io.flowsweep.deployer.DeploymentChange.Kind;
import io.flowsweep.deployer.spi.DeployRequest;
import io.flowsweep.deployer.spi.Requester;
import io.flowsweep.deployer.spi.Target;
import io.flowsweep.deployer.spi.Targets;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Events;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.runner.RunTemplate;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.Store;
import io.flowsweep.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every target does. An implementation names its target. */
@Timeout(900)
@TestInstance(Lifecycle.PER_CLASS)
public abstract class TargetContract {

    /** A flow that waits, fails and counts as it is told. */
    static final String SOURCE = """
            import io.flowsweep.flow.*;
            import java.nio.file.*;
            import java.util.List;

            public class Work extends FlowSpec {
                record Settings(int base) {}

                @FlowConfig(defaultValue = "base = 1") Settings config;
                @Parameter int factor = 2;
                @Parameter(min = 0) double share = 0.5;
                @Parameter String gate = "";
                @Parameter String how = "";
                int result;

                @Step(next = "middle")
                void start() throws Exception {
                    if (how.equals("throw")) {
                        throw new IllegalStateException("no data");
                    }
                    if (!gate.isEmpty()) {
                        Files.writeString(Path.of(gate + ".reached"), "");
                        while (!Files.exists(Path.of(gate))) {
                            Thread.sleep(5);
                        }
                    }
                }

                @Step(next = "end")
                void middle() {
                    result = config.base() * factor;
                }

                @Step
                void end() {}
            }
            """;

    private final AtomicInteger names = new AtomicInteger();

    protected Path folder;

    protected Store store;
    protected Deployer work;

    /** The name of the target under test. */
    protected abstract String targetName();

    /** Has schedules and events start runs of what is deployed, until it is closed. */
    protected abstract AutoCloseable automation();

    @BeforeAll
    void deployable(@TempDir Path shared) throws IOException {
        folder = shared;
        Path source = folder.resolve("Work.java");
        Files.writeString(source, SOURCE);
        store = Stores.in(folder.resolve("store"));
        work = Deployer.of(source).store(folder.resolve("store")).target(targetName());
    }

    protected final Target target() {
        return Targets.named(targetName(), store);
    }

    final Deployments deployments() {
        return Deployments.of(store).on(targetName());
    }

    /** A deployer for a name of its own. */
    protected final Deployer named() {
        return work.name("work-" + names.incrementAndGet());
    }

    protected final Path gate() {
        return folder.resolve("gate-" + names.incrementAndGet());
    }

    protected static void awaitReached(Path gate) {
        await("the run to reach its gate", () -> Files.exists(reached(gate)));
    }

    protected static Path reached(Path gate) {
        return Path.of(gate + ".reached");
    }

    @Nested
    class ADeployment {

        @Test
        void holdsEverythingResolvedAndIsFoundByItsName() {
            DeployedFlow made =
                    named().config("config", Map.of("base", 10)).tag("exp").create();

            DeployedFlow found = deployments().get(made.name());

            assertThat(found.version()).isEqualTo(1);
            assertThat(found.configs()).isEqualTo(Map.of("config", Map.of("base", 10L)));
            assertThat(found.tags()).containsExactly("exp");
            assertThat(found.plan()).isEqualTo(made.plan());
            assertThat(found.deployment().owner()).isEqualTo(System.getProperty("user.name"));
            assertThat(found.deployment()).isEqualTo(made.deployment());
            assertThat(deployments().tagged("exp"))
                    .extracting(DeployedFlow::name)
                    .contains(made.name());
        }

        @Test
        void refersToNothingOutsideTheStore() {
            assertThat(named().create().plan().classPath()).isNotEmpty().allMatch(place -> place.startsWith("blob:"));
        }

        @Test
        void getsAVersionWithEachDeployAndKeepsItsHistory() {
            Deployer deployer = named();
            deployer.config("config", Map.of("base", 1)).create();
            DeployedFlow second = deployer.config("config", Map.of("base", 2)).create();

            DeployedFlow back = second.rollback(1);

            assertThat(second.version()).isEqualTo(2);
            assertThat(back.version()).isEqualTo(1);
            assertThat(deployments().get(second.name()).configs()).isEqualTo(Map.of("config", Map.of("base", 1L)));
            assertThat(back.history())
                    .extracting(DeploymentChange::kind)
                    .containsExactly(Kind.CREATED, Kind.CREATED, Kind.ROLLED_BACK);
            assertThat(deployer.create().version()).isEqualTo(3);
            assertThatThrownBy(() -> back.rollback(7))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("has no version 7. There are: 1, 2, 3");
        }

        @Test
        void ofSomebodyElseIsChangedByForceOnly() {
            DeployedFlow mine = named().create();
            RunTemplate run = mine.deployment().run();
            Requester grace = new Requester("grace", false);
            Requester forced = new Requester("grace", true);
            String name = mine.name();

            List<ThrowingCallable> changes = List.of(
                    () -> target().create(new DeployRequest(name, run, grace)),
                    () -> target().rollback(name, 1, grace),
                    () -> target().pause(name, grace),
                    () -> target().unpause(name, grace),
                    () -> target().delete(name, grace));
            assertThat(changes)
                    .allSatisfy(change -> assertThatThrownBy(change)
                            .isInstanceOf(InvalidInputException.class)
                            .hasMessageContaining("\"" + name + "\" is " + System.getProperty("user.name") + "'s")
                            .hasMessageContaining("--force"));
            assertThat(mine.history()).hasSize(1);

            assertThat(target().create(new DeployRequest(name, run, forced)).owner())
                    .isEqualTo("grace");
            assertThatThrownBy(mine::delete).hasMessageContaining("is grace's, who made version 2");
            assertThat(mine.trigger().await()).isEqualTo(TriggeredStatus.SUCCEEDED);
            assertThat(mine.force(true).pause().deployment().paused()).isTrue();
            assertThat(target().rollback(name, 1, forced).owner()).isEqualTo(System.getProperty("user.name"));
            mine.delete();
            assertThat(target().create(new DeployRequest(name, run, grace)).version())
                    .isEqualTo(3);
        }

        @Test
        void isPausedUntilItIsUnpausedAlsoByANewVersion() {
            Deployer deployer = named();
            DeployedFlow flow = deployer.create();

            assertThat(flow.pause().deployment().paused()).isTrue();
            assertThat(deployer.create().deployment().paused()).isTrue();
            assertThat(deployments().get(flow.name()).deployment().paused()).isTrue();
            assertThat(flow.unpause().deployment().paused()).isFalse();
        }

        @Test
        void thatWasDeletedIsListedNoMoreAndItsRunsAreKept() {
            DeployedFlow flow = named().create();
            TriggeredRun run = flow.trigger();
            run.await();

            flow.delete();
            flow.delete();

            assertThat(deployments().find(flow.name())).isEmpty();
            assertThat(deployments().list()).extracting(DeployedFlow::name).doesNotContain(flow.name());
            assertThat(run.run().orElseThrow().data().get("result", int.class)).isEqualTo(2);
            assertThat(flow.runs()).extracting(TriggeredRun::id).containsExactly(run.id());
            assertThat(deployments().run(run.id()).orElseThrow().status()).isEqualTo(TriggeredStatus.SUCCEEDED);
            assertThatThrownBy(flow::trigger)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(
                            "the deployment \"" + flow.name() + "\" was deleted by " + System.getProperty("user.name"))
                    .hasMessageContaining("Deploy the flow again");
        }

        @Test
        void mayBeMadeByManyAtOnce() {
            Deployer deployer = named();
            List<CompletableFuture<DeployedFlow>> made = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                made.add(CompletableFuture.supplyAsync(deployer::create));
            }

            assertThat(made).extracting(f -> f.join().version()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(deployments().get(made.get(0).join().name()).history()).hasSize(8);
        }

        @Test
        void ofAnUnknownNameIsRefusedWithTheNearest() {
            DeployedFlow flow = named().create();

            assertThatThrownBy(() -> deployments().get(flow.name().replace("work", "wrok")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("there is no deployment \"wrok-")
                    .hasMessageContaining("Did you mean");
        }
    }

    @Nested
    class ATriggeredRun {

        @Test
        void carriesOutWhatWasDeployedWhateverHasBecomeOfTheSource() throws IOException {
            Path source = folder.resolve("edited/Work.java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, SOURCE);
            DeployedFlow flow = Deployer.of(source)
                    .store(folder.resolve("store"))
                    .target(targetName())
                    .name("edited")
                    .config("config", Map.of("base", 10))
                    .tag("exp")
                    .create();
            Files.writeString(source, "no Java");

            TriggeredRun triggered = deployments().get("edited").trigger(Map.of("factor", 3));

            assertThat(triggered.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
            Run run = triggered.run().orElseThrow();
            assertThat(run.id()).isEqualTo(triggered.id());
            assertThat(run.data().get("result", int.class)).isEqualTo(30);
            assertThat(run.parameters()).containsEntry("factor", 3L).containsEntry("share", 0.5);
            assertThat(run.tags()).containsExactly("exp");
            assertThat(triggered.trigger().cause()).isEqualTo(TriggerCause.manual(System.getProperty("user.name")));
            assertThat(flow.runs()).extracting(TriggeredRun::id).containsExactly(triggered.id());
            assertThat(deployments().run(triggered.id().substring(12))).isPresent();
        }

        @Test
        void thatFailsSaysWhy() {
            TriggeredRun run = named().create().trigger(Map.of("how", "throw"));

            assertThat(run.await()).isEqualTo(TriggeredStatus.FAILED);
            assertThat(run.failure().orElseThrow()).startsWith("IllegalStateException: no data, in Work.start");
        }

        @Test
        void runsUntilItIsTerminated() {
            Path gate = gate();
            TriggeredRun run = named().create().trigger(Map.of("gate", gate.toString()));
            awaitReached(gate);
            assertThat(run.status()).isEqualTo(TriggeredStatus.RUNNING);

            run.terminate();

            assertThat(run.await()).isEqualTo(TriggeredStatus.TERMINATED);
            run.terminate();
            assertThat(run.status()).isEqualTo(TriggeredStatus.TERMINATED);
        }

        @Test
        void beginsNoTaskWhileItIsSuspended() throws IOException {
            Path gate = gate();
            TriggeredRun run = named().create().trigger(Map.of("gate", gate.toString()));
            awaitReached(gate);

            run.suspend();
            assertThat(run.isSuspended()).isTrue();
            Files.writeString(gate, "");
            await(
                    "the task that was under way to end",
                    () -> startOf(run).duration().isPresent());
            assertThat(run.run().orElseThrow().step("middle").tasks()).isEmpty();
            assertThat(run.status()).isEqualTo(TriggeredStatus.RUNNING);
            run.unsuspend();

            assertThat(run.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
            assertThat(run.isSuspended()).isFalse();
        }

        private Task startOf(TriggeredRun run) {
            return run.run().orElseThrow().step("start").task().orElseThrow();
        }

        @Test
        void comesOnceOfOneTriggerIdWhoeverIsFirst() {
            DeployedFlow flow = named().create();
            List<CompletableFuture<TriggeredRun>> triggered = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                triggered.add(CompletableFuture.supplyAsync(() -> flow.trigger(Map.of(), "6 o'clock")));
            }
            Set<String> ids = new HashSet<>();
            triggered.forEach(run -> ids.add(run.join().id()));

            assertThat(ids).hasSize(1);
            assertThat(triggered.get(0).join().await()).isEqualTo(TriggeredStatus.SUCCEEDED);
            assertThat(flow.trigger(Map.of(), "6 o'clock").id())
                    .isEqualTo(ids.iterator().next());
            assertThat(flow.runs()).hasSize(1);
            assertThat(triggered.get(0).join().run().orElseThrow().step("start").tasks())
                    .hasSize(1);
        }

        @Test
        void hasTheVersionThatCountedWhenItWasTriggered() {
            Deployer deployer = named();
            DeployedFlow flow = deployer.config("config", Map.of("base", 1)).create();
            deployer.config("config", Map.of("base", 5)).create();

            TriggeredRun newest = flow.trigger();
            flow.rollback(1);
            TriggeredRun older = flow.trigger();

            assertThat(newest.trigger().version()).isEqualTo(2);
            assertThat(newest.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
            assertThat(newest.run().orElseThrow().data().get("result", int.class))
                    .isEqualTo(10);
            assertThat(older.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
            assertThat(older.run().orElseThrow().data().get("result", int.class))
                    .isEqualTo(2);
            assertThat(flow.runs()).extracting(TriggeredRun::id).containsExactly(older.id(), newest.id());
        }

        @Test
        void isRefusedParametersThatDoNotFit() {
            DeployedFlow flow = named().create();

            assertThatThrownBy(() -> flow.trigger(Map.of("facter", 3, "share", -1)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("the flow has no parameter \"facter\". Did you mean \"factor\"?")
                    .hasMessageContaining("must be at least 0");
            assertThat(flow.runs()).isEmpty();
        }
    }

    @Nested
    class ADeploymentThatStartsByItself {

        private DeployedFlow deploy(String annotations) {
            String source = SOURCE.replace("public class", annotations + " public class");
            return Deployer.of(Runner.ofSource(source)
                            .store(folder.resolve("store"))
                            .executor("worker"))
                    .target(targetName())
                    .name("by-itself-" + names.incrementAndGet())
                    .create();
        }

        @Test
        void runsWhenItsScheduleIsDueUnlessItIsPaused() throws Exception {
            DeployedFlow flow = deploy("@Schedule(cron = \"* * * * * ?\")");
            DeployedFlow paused = deploy("@Schedule(cron = \"* * * * * ?\")").pause();

            try (AutoCloseable automation = automation()) {
                await("two runs", () -> flow.runs().count() >= 2);
            } finally {
                flow.delete();
                paused.delete();
            }

            assertThat(flow.runs()).allSatisfy(run -> {
                assertThat(run.trigger().cause().kind()).isEqualTo("schedule");
                assertThat(run.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
            });
            assertThat(paused.runs()).isEmpty();
        }

        @Test
        void runsOnceForEachEventWithWhatTheEventSays() throws Exception {
            DeployedFlow flow = deploy("@Trigger(event = \"data.ready\", parameters = \"factor = rows\")");

            try (AutoCloseable automation = automation()) {
                Events.of(store).send("data.ready", Map.of("rows", 7), "monday");
                Events.of(store).send("data.ready", Map.of("rows", 8), "monday");
                Events.of(store).send("data.ready", Map.of("rows", 9), "tuesday");
                await("two runs", () -> flow.runs().count() == 2);
                assertThat(flow.runs())
                        .allSatisfy(run -> assertThat(run.await()).isEqualTo(TriggeredStatus.SUCCEEDED));
            } finally {
                flow.delete();
            }

            assertThat(flow.runs())
                    .extracting(run -> run.run().orElseThrow().data().get("result", int.class))
                    .containsExactlyInAnyOrder(7, 9);
        }
    }

    @Test
    void aCommandIsDeployedWithItsInputs() throws IOException {
        Path inputs = Files.createDirectories(folder.resolve("command"));
        Files.writeString(inputs.resolve("train.sh"), "echo flowsweep loss=$(($1 * $2))\n");
        CommandFlow train = CommandFlow.of("sh", "train.sh", "${config.base}", "${params.factor}")
                .directory(inputs)
                .inputs("*.sh")
                .name("train");
        DeployedFlow flow = Deployer.of(Runner.of(train))
                .store(folder.resolve("store"))
                .target(targetName())
                .config("config", Map.of("base", 7))
                .parameter("factor", 2)
                .create();
        Files.writeString(inputs.resolve("train.sh"), "exit 1\n");

        TriggeredRun plain = flow.trigger();
        TriggeredRun other = flow.trigger(Map.of("factor", 3));

        assertThat(plain.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
        assertThat(plain.run().orElseThrow().data().get("loss", int.class)).isEqualTo(14);
        assertThat(other.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
        assertThat(other.run().orElseThrow().data().get("loss", int.class)).isEqualTo(21);
        assertThat(other.run().orElseThrow().parameters()).isEqualTo(Map.of("factor", 3L));
        assertThatThrownBy(() -> Deployer.of(Runner.of(train.work(WorkPolicy.SHARE)))
                        .store(folder.resolve("store"))
                        .config("config", Map.of("base", 7))
                        .parameter("factor", 2)
                        .create())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("works in a folder that may change");
    }

    @Test
    void aRequiredParameterIsGivenWhenARunIsTriggered() {
        DeployedFlow flow = Deployer.of(Runner.ofSource(
                                SOURCE.replace("@Parameter int factor = 2", "@Parameter(required = true) int factor"))
                        .store(folder.resolve("store")))
                .target(targetName())
                .name("required")
                .create();

        assertThatThrownBy(flow::trigger)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the parameter \"factor\" is required and has no value");
        TriggeredRun run = flow.trigger(Map.of("factor", "4"));
        assertThat(run.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
        assertThat(run.run().orElseThrow().data().get("result", int.class)).isEqualTo(4);
    }
}
