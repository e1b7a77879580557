package io.flowsweep.deployer.local;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.command.CommandFlow;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.deployer.TargetContract;
import io.flowsweep.deployer.TriggerCause;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.TriggeredStatus;
import io.flowsweep.deployer.spi.TriggerRequest;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Owner;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.OwnerChanged;
import io.flowsweep.events.RunEvent.RunEnded;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvents;
import io.flowsweep.runner.Runner;
import io.flowsweep.scheduler.Scheduler;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.ThisMachine;
import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract, and what becomes of runs when processes die. */
class LocalTargetTest extends TargetContract {

    @Override
    protected String targetName() {
        return "local";
    }

    @Override
    protected AutoCloseable automation() {
        return Scheduler.start(folder.resolve("store"));
    }

    /** Triggers a run, says its id, and ends. */
    static final class Triggering {
        public static void main(String[] args) {
            System.out.println(Deployments.at(Path.of(args[0]))
                    .get(args[1])
                    .trigger(Map.of("gate", args[2]))
                    .id());
        }
    }

    @Test
    void aRunOutlivesWhoeverTriggeredIt() throws IOException, InterruptedException {
        DeployedFlow flow = named().create();
        Path gate = gate();

        String id = JavaProcess.output(
                JavaProcess.start(Triggering.class, folder.resolve("store").toString(), flow.name(), gate.toString()));
        awaitReached(gate);
        Files.writeString(gate, "");

        TriggeredRun run = Deployments.of(store).run(id).orElseThrow();
        assertThat(run.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "worker"})
    void runsGoOnUnderAnotherKeeperWhenTheirsIsKilledAndEndOnce(String executor) throws IOException {
        DeployedFlow flow = named().with(r -> r.executor(executor)).create();
        List<Path> gates = new ArrayList<>();
        List<TriggeredRun> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            gates.add(gate());
            runs.add(flow.trigger(Map.of("gate", gates.get(i).toString())));
        }
        TriggeredRun begun = runs.get(awaitOneReached(gates));
        ProcessHandle host = host(begun);
        kill();
        await("its host to be gone", () -> !ThisMachine.lives(host.pid()));

        for (Path gate : gates) {
            Files.writeString(gate, "");
        }

        for (TriggeredRun run : runs) {
            assertThat(run.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
        }
        for (TriggeredRun run : runs) {
            assertThat(count(run, RunRequested.class)).isEqualTo(1);
            // none where a host that did not yet know of the death has come to its end, and has recorded that alone
            assertThat(count(run, RunEnded.class)).isLessThanOrEqualTo(1);
        }
        assertThat(count(begun, OwnerChanged.class)).isEqualTo(1);
        assertThat(begun.run().orElseThrow().data().get("result", int.class)).isEqualTo(2);
        assertThat(flow.runs()).hasSize(4);
    }

    /** The index of one; which of the runs gets room on the machine first is nobody's promise. */
    private static int awaitOneReached(List<Path> gates) {
        await("a run to reach its gate", () -> gates.stream().anyMatch(gate -> Files.exists(reached(gate))));
        return IntStream.range(0, gates.size())
                .filter(i -> Files.exists(reached(gates.get(i))))
                .findFirst()
                .orElseThrow();
    }

    private long count(TriggeredRun run, Class<? extends RunEvent> kind) {
        String log = StoreLayout.runLog(StoreLayout.run("Work", run.id()));
        return store.read(log, 0).lines().stream()
                .filter(line -> kind.isInstance(RunEvents.parse(line).orElseThrow()))
                .count();
    }

    private static ProcessHandle host(TriggeredRun run) {
        await("its host to be known", () -> !run.run().orElseThrow().hostPids().isEmpty());
        return ProcessHandle.of(run.run().orElseThrow().hostPids().get(0)).orElseThrow();
    }

    @Test
    void aCommandIsStartedAgainWhenTheKeeperIsKilledAndEndsOnce() throws IOException {
        Path gate = gate();
        DeployedFlow flow = Deployer.of(Runner.of(CommandFlow.ofShell("echo $$ >> " + reached(gate)
                                + "; while ! test -e " + gate + "; do sleep 0.02; done; echo flowsweep answer=42")
                        .name("waits")
                        .inputs()))
                .store(folder.resolve("store"))
                .create();
        TriggeredRun run = flow.trigger();
        awaitReached(gate);
        ProcessHandle command = host(run);
        kill();
        await("the command to be gone", () -> !ThisMachine.lives(command.pid()));

        Files.writeString(gate, "");

        assertThat(run.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
        assertThat(Files.readAllLines(reached(gate))).hasSize(2);
        assertThat(run.run().orElseThrow().data().get("answer", int.class)).isEqualTo(42);
    }

    @Test
    void runsOfAMachineThatHasDiedGoOnWhenTheyAreTakenOver() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        DeployedFlow flow = work.store(elsewhere).name("moved").create();
        Deployments deployments = Deployments.at(elsewhere);
        Path gate = gate();
        String id = JavaProcess.output(JavaProcess.startOn(
                "other-machine", Triggering.class, elsewhere.toString(), flow.name(), gate.toString()));
        awaitReached(gate);
        Owner dead = deployments.keptElsewhere().orElseThrow();
        assertThat(dead.machine()).isEqualTo("other-machine");
        ProcessHandle.of(dead.pid()).orElseThrow().destroyForcibly();
        await("the keeper to be gone", () -> !ThisMachine.lives(dead.pid()));
        Files.writeString(gate, "");
        TriggeredRun run = deployments.run(id).orElseThrow();
        assertThat(run.status().ended()).isFalse();

        deployments.takeOver();

        assertThat(run.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
        assertThat(deployments.keptElsewhere()).isEmpty();
    }

    @Test
    void aKeeperThatLivesEndsWhenItsRunsAreTakenOver() throws Exception {
        Path elsewhere = folder.resolve("alive");
        DeployedFlow flow = work.store(elsewhere).name("moved").create();
        Path gate = gate();
        JavaProcess.output(JavaProcess.startOn(
                "other-machine", Triggering.class, elsewhere.toString(), flow.name(), gate.toString()));
        awaitReached(gate);
        Deployments deployments = Deployments.at(elsewhere);
        long keeper = deployments.keptElsewhere().orElseThrow().pid();

        deployments.takeOver();
        await("the keeper to be gone", () -> !ThisMachine.lives(keeper));
        Files.writeString(gate, "");

        assertThat(flow.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.await()).isEqualTo(TriggeredStatus.SUCCEEDED));
    }

    /** Kills the keeper. */
    private void kill() {
        Owner keeper = StoreLock.holder(store, Keeper.LOCK).orElseThrow();
        ProcessHandle.of(keeper.pid()).orElseThrow().destroyForcibly();
        await("the keeper to be gone", () -> !keeper.alive());
    }

    @Test
    void aRunThatCannotBeStartedHasFailedWithTheReason() throws IOException {
        DeployedFlow flow = Deployer.of(Runner.of(CommandFlow.of("true").name("gone")))
                .store(folder.resolve("store"))
                .create();
        store.localBlob((String) flow.plan().command().orElseThrow().settings().get("kept"))
                .ifPresent(blob -> blob.toFile().delete());

        TriggerRecord trigger = target().trigger(
                        flow.name(), new TriggerRequest(Optional.empty(), Map.of(), TriggerCause.manual("ada")));
        TriggeredRun run = Deployments.of(store).run(trigger.run()).orElseThrow();

        assertThat(run.await()).isEqualTo(TriggeredStatus.FAILED);
        assertThat(run.failure().orElseThrow()).contains("the command of gone is missing");
    }

    @Test
    void anExecutorThatSharesThisProcessIsRefused() {
        assertThatThrownBy(() -> named().with(r -> r.executor("inline")).create())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot be carried out by the executor inline");
    }
}
