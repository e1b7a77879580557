package io.flowsweep.executor;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.client.MetricValue;
import io.flowsweep.client.Run;
import io.flowsweep.client.Step;
import io.flowsweep.events.Owner;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvents;
import io.flowsweep.events.RunSettings;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every executor does. An implementation names its executor; see also {@link IsolatingExecutorContract}. */
@Timeout(900)
public abstract class ExecutorContract {

    @TempDir
    Path folder;

    protected abstract String executorName();

    /** The capabilities whose promises the subclass tests: exactly those that the executor claims. */
    protected abstract Set<Capability> tested();

    final Runner runner(Class<? extends FlowSpec> flow) {
        return Runner.of(flow).executor(executorName()).store(folder.resolve("store"));
    }

    final Runner good() {
        return runner(ContractFlows.Good.class).config("config", Map.of("base", 10, "label", "x"));
    }

    final Runner bad(String how) {
        return runner(ContractFlows.Bad.class)
                .parameter("how", how)
                .parameter("witness", witness().toString());
    }

    final Path witness() {
        return folder.resolve("witness");
    }

    /** A run that has begun to work before its time was over; it is given more, on a slow machine, until it has. */
    final ExecutingRun timedOutAtWork(Runner runner, Path begun) {
        Duration timeout = Duration.ofSeconds(1);
        ExecutingRun run;
        do {
            run = runner.timeout(timeout).run();
            assertThat(run.status()).isEqualTo(RunState.TIMED_OUT);
            timeout = timeout.multipliedBy(2);
        } while (Files.notExists(begun));
        return run;
    }

    final long awaitWitness() throws IOException {
        await("the run to work", () -> Files.exists(witness()));
        return Long.parseLong(Files.readString(witness()));
    }

    @Nested
    class ARun {

        @Test
        void succeedsWithItsResultsOnRecord() {
            ExecutingRun executing = good().parameter("factor", 3).tag("demo").run();
            Run run = executing.run();

            assertThat(executing.status()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.failure()).isEmpty();
            assertThat(run.tags()).containsExactly("demo");
            assertThat(run.data().get("result", int.class)).isEqualTo(36);
            assertThat(run.data().get("matrix", double[][].class)).isEqualTo(new double[][] {{1, 2}, {3, 30}});
            assertThat(run.data().get("bytes", byte[].class)).isEqualTo(new byte[] {1, 2, 3});
            assertThat(run.data().find("nested")).contains(Map.of("x", List.of(1L, 2L)));
            assertThat(run.configs()).isEqualTo(Map.of("config", Map.of("base", 10L, "label", "x")));
            assertThat(run.parameters()).isEqualTo(Map.of("factor", 3L));
            assertThat(run.duration()).isPositive();
        }

        @Test
        void leavesAFieldUnsetThatNoStepChanged() {
            Run run = good().run().run();

            assertThat(run.data().find("untouched")).isEmpty();
            assertThat(run.step("start").task().orElseThrow().data().names())
                    .containsExactly("result", "matrix", "bytes", "nested");
        }

        @Test
        void keepsReportedValuesInOrder() {
            assertThat(good().run().run().metrics())
                    .extracting(MetricValue::metric, MetricValue::step, MetricValue::value)
                    .containsExactly(tuple("progress", 1.0, 0.5), tuple("progress", 2.0, 1.0));
        }

        @Test
        void joinsItsBranchesInTheOrderOfTheSplit() {
            Run run = runner(ContractFlows.Split.class).run().run();

            assertThat(run.failure()).isEmpty();
            assertThat(run.steps()).extracting(Step::name).containsExactly("start", "goLeft", "goRight", "join", "end");
            assertThat(run.data().find("order")).contains(List.of("L", "R"));
            assertThat(run.data().get("sum", int.class)).isEqualTo(112);
            assertThat(run.data().get("shared", int.class)).isEqualTo(112);
            assertThat(run.data().get("left", String.class)).isEqualTo("L");
            assertThat(run.data().get("right", String.class)).isEqualTo("R");
        }

        @Test
        void failsOnAMergeThatConflicts() {
            assertThat(runner(ContractFlows.Conflict.class).run().run().failure())
                    .hasValueSatisfying(
                            why -> assertThat(why).contains("the field shared was changed differently in a and b"));
        }

        @Test
        void thatThrowsFailsWithTheReasonAndThePlace() {
            ExecutingRun executing = bad("throw").run();

            assertThat(executing.status()).isEqualTo(RunState.FAILED);
            assertThat(executing.run().failure())
                    .hasValueSatisfying(why -> assertThat(why)
                            .startsWith("IllegalStateException: no data, in Bad.misbehave (ContractFlows.java:"));
            assertThat(executing.run().failureDetails().orElseThrow().stack().orElseThrow())
                    .contains("ContractFlows$Bad.misbehave");
            assertThat(executing.run().data().get("before", int.class)).isEqualTo(1);
        }

        @Test
        void thatChangesAParameterFails() {
            assertThat(bad("config").run().run().failure())
                    .contains("ReadOnlyField: the step misbehave changed how; configs and parameters are read-only:"
                            + " keep the value in another field");
        }

        @Test
        void whoseArtifactCannotBeReadFailsEvenWhileItsThreadsLive() throws IOException {
            ExecutingRun executing = bad("odd").timeout(Duration.ofSeconds(100)).run();
            Files.createFile(witness());

            assertThat(executing.status()).isEqualTo(RunState.FAILED);
            assertThat(executing.run().failure())
                    .hasValueSatisfying(why -> assertThat(why).contains("odd"));
            assertThat(executing.run().step("misbehave").task().orElseThrow().state())
                    .isEqualTo(RunState.FAILED);
            assertThat(executing.run().step("misbehave").task().orElseThrow().failure())
                    .isPresent();
        }

        @Test
        void usesAtMostThreeFiles() throws IOException {
            ExecutingRun run = good().run();

            try (Stream<Path> files =
                    Files.list(folder.resolve("store/flows/Good/runs").resolve(run.id()))) {
                assertThat(files.toList()).hasSizeLessThanOrEqualTo(3);
            }
        }
    }

    @Nested
    class SeveralRuns {

        @Test
        void doNotDisturbEachOther() {
            List<ExecutingRun> runs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                runs.add(
                        i % 3 == 2
                                ? bad("throw").start()
                                : good().parameter("factor", i).start());
            }

            for (int i = 0; i < 6; i++) {
                assertThat(runs.get(i).await()).isEqualTo(i % 3 == 2 ? RunState.FAILED : RunState.SUCCEEDED);
            }
            assertThat(runs.stream().map(ExecutingRun::id)).doesNotHaveDuplicates();
        }
    }

    @Nested
    class Freshness {

        @Test
        void ofTheFlowsOwnClassesIsGivenToEveryRun() {
            assertThat(found(runner(ContractFlows.Changes.class)).get(0)).isEqualTo("runs 1");
            assertThat(found(runner(ContractFlows.Changes.class)).get(0)).isEqualTo("runs 1");
        }
    }

    static List<?> found(Runner changes) {
        Run run = changes.run().run();
        assertThat(run.failure()).isEmpty();
        return run.data().get("found", List.class);
    }

    @Nested
    class Ending {

        @Test
        void aRunThatTakesTooLongTimesOut() {
            ExecutingRun run = bad("hang").timeout(Duration.ofMillis(700)).run();

            assertThat(run.status()).isEqualTo(RunState.TIMED_OUT);
            assertThat(run.run().failure()).contains("timeout: the run took longer than 700 ms");
        }

        @Test
        void aRunThatTakesTooLongDisturbsNotTheNext() {
            for (int round = 0; round < 5; round++) {
                assertThat(bad("hang").timeout(Duration.ofNanos(1)).run().status())
                        .isEqualTo(RunState.TIMED_OUT);
                assertThat(good().run().run().failure()).as("round " + round).isEmpty();
            }
        }

        @Test
        void aRunOnRequestTerminatesIt() throws IOException {
            ExecutingRun run = bad("hang").start();
            awaitWitness();
            assertThat(run.status()).isEqualTo(RunState.RUNNING);

            run.terminate();

            assertThat(run.status()).isEqualTo(RunState.TERMINATED);
            assertThat(run.run().state()).isEqualTo(RunState.TERMINATED);
        }

        @Test
        void aRunFromAnInterruptedThreadWaitsForItsEndAllTheSame() throws IOException {
            ExecutingRun run = bad("hang").start();
            awaitWitness();

            Thread.currentThread().interrupt();
            run.terminate();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(run.status()).isEqualTo(RunState.TERMINATED);
        }

        @Test
        void aRunNeedsATimeoutThatIsPositiveAndMayBeAsLongAsADurationCanSay() {
            assertThat(good().timeout(Duration.ofSeconds(Long.MAX_VALUE))
                            .run()
                            .run()
                            .failure())
                    .isEmpty();
            assertThat(bad("hang").timeout(Duration.ofNanos(1)).run().status()).isEqualTo(RunState.TIMED_OUT);
            for (Duration limit : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
                assertThatThrownBy(() -> good().timeout(limit))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(limit.toString());
            }
        }

        @Test
        void aRunThatHasEndedChangesNothing() {
            ExecutingRun run = good().run();

            run.terminate();

            assertThat(run.status()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Nested
    class Output {

        @Test
        void isKeptByRun() {
            ExecutingRun run = good().run();

            assertThat(run.run().log()).containsExactly("label x of " + run.id(), "to stderr");
        }

        @Test
        void isKeptToItsLastCharacterAndAfterAFlowHasClosedIt() {
            ExecutingRun run = runner(ContractFlows.Talks.class).run();

            assertThat(run.run().log()).containsExactly("no line end");
            assertThat(good().run().run().log()).hasSize(2);
        }

        @Test
        void streamsWhileTheRunGoesOn() {
            ExecutingRun run = good().start();
            List<String> lines = new ArrayList<>();

            run.streamLog(lines::add);

            assertThat(lines).containsExactly("label x of " + run.id(), "to stderr");
            assertThat(run.status().ended()).isTrue();
        }
    }

    @Nested
    class Hosts {

        private int batch;

        @Test
        void areFoundByKeyWhileTheyLive() throws IOException {
            ExecutingRun run = bad("hang").start();
            awaitWitness();
            String key = "Bad/" + run.id() + "/1";

            assertThat(Executors.named(executorName()).find(key)).isPresent();
            run.terminate();
            await(
                    "the host to be gone",
                    () -> Executors.named(executorName()).find(key).isEmpty());
        }

        @Test
        void ofOneBatchAreReturnedInItsOrderAndDoNotDisturbEachOther() {
            List<HostSpec> specs = Stream.of("throw", "config", "throw")
                    .map(how -> onRecord(bad(how)))
                    .toList();

            List<HostHandle> handles = Executors.named(executorName()).launch(specs);

            assertThat(handles)
                    .extracting(HostHandle::key)
                    .containsExactlyElementsOf(specs.stream().map(HostSpec::key).toList());
            handles.forEach(handle -> handle.exit().join());
            assertThat(specs)
                    .extracting(
                            spec -> endOnRecord(spec).failure().orElseThrow().kind())
                    .containsExactly("IllegalStateException", "ReadOnlyField", "IllegalStateException");
        }

        /** A run that nobody owns but this test. */
        private HostSpec onRecord(Runner runner) {
            FlowPlan plan = runner.plan();
            String id = "batch-" + batch++;
            String run = StoreLayout.run(plan.flow(), id);
            RunRequested request =
                    new RunRequested(Instant.now(), id, Owner.self(), List.of(), RunSettings.defaults(), plan);
            store().append(StoreLayout.runLog(run), List.of(RunEvents.toLine(request)));
            return new HostSpec(
                    plan.flow() + "/" + id + "/1",
                    store().uri(),
                    run,
                    request,
                    1,
                    HostResources.of(1, 256L << 20),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty());
        }

        private HostEnded endOnRecord(HostSpec spec) {
            return store().read(StoreLayout.hostLog(spec.run(), spec.host()), 0).lines().stream()
                    .flatMap(line -> RunEvents.parse(line).stream())
                    .filter(HostEnded.class::isInstance)
                    .map(HostEnded.class::cast)
                    .findFirst()
                    .orElseThrow();
        }

        private FileStore store() {
            return Stores.in(folder.resolve("store"));
        }

        @Test
        void areNamedByTheirExecutor() {
            assertThat(Executors.named(executorName()).name()).isEqualTo(executorName());
        }

        @Test
        void claimNothingThatIsNotTested() {
            assertThat(Executors.named(executorName()).capabilities()).isEqualTo(tested());
        }
    }
}
