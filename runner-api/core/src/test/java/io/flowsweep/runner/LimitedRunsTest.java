package io.flowsweep.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.admission.Lease;
import io.flowsweep.executor.admission.Machine;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.executor.admission.NeverFitsException;
import io.flowsweep.flow.FlowSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(900)
class LimitedRunsTest {

    private static final long MIB = 1 << 20;

    @TempDir
    Path folder;

    private Runner runner(Class<? extends FlowSpec> flow) {
        return Runner.of(flow).store(folder);
    }

    @Nested
    class Processors {

        @Test
        void areThoseThatWereAskedFor() {
            int all = Machine.current().cpus();
            Run one = runner(Hungry.class).resources(Map.of("cpu", 1)).run().run();
            Run most = runner(Hungry.class).resources(Map.of("cpu", all)).run().run();

            assertThat(one.data().get("processors", int.class)).isEqualTo(1);
            assertThat(most.data().get("processors", int.class)).isEqualTo(all);
        }

        @Test
        @EnabledOnOs(OS.LINUX)
        void areOneEachForRunsAtTheSameTime() {
            List<ExecutingRun> runs = new ArrayList<>();
            for (int i = 0; i < Machine.current().cpus(); i++) {
                runs.add(runner(Hungry.class).start());
            }

            assertThat(runs).allSatisfy(run -> {
                run.await();
                assertThat(run.run().data().get("allowed", String.class)).matches("Cpus_allowed_list:\\s*\\d+");
            });
        }
    }

    /** {@code cpu = 0}: more runs at a time than there are processors. */
    @Nested
    class NoProcessorOfItsOwn {

        @Test
        @EnabledOnOs(OS.LINUX)
        void runsOnAnyAndBesideThoseThatHaveThemAll() throws Exception {
            int all = Machine.current().cpus();
            try (Lease held = Admission.ofThisMachine().acquire(Need.of(all, 0))) {
                Run run = runner(Hungry.class)
                        .resources(Map.of("cpu", 0, "memory", "160MB"))
                        .run()
                        .run();

                assertThat(held.processors()).hasSize(all);
                assertThat(run.data().get("processors", int.class)).isEqualTo(1);
                assertThat(Files.readAllLines(Path.of("/proc/self/status")))
                        .contains(run.data().get("allowed", String.class));
            }
        }

        @Test
        void saysHowMuchMemoryItMayTake() {
            assertThatThrownBy(() -> runner(GraphFlows.Countdown.class)
                            .resources(Map.of("cpu", 0))
                            .start())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("no share of the memory")
                    .hasMessageContaining("memory = 500MB");
        }
    }

    @Nested
    @EnabledOnOs(OS.LINUX)
    class Memory {

        @ParameterizedTest
        @ValueSource(strings = {"process", "worker"})
        void stopsEachKindOfHogAtItsLimitAndNoNeighbour(String executor) {
            Runner hungry = runner(Hungry.class).executor(executor);
            List<ExecutingRun> hogs = List.of("heap", "direct", "child").stream()
                    .map(what -> hungry.parameter("what", what).start())
                    .toList();
            ExecutingRun neighbour = hungry.start();

            assertThat(neighbour.await()).isEqualTo(RunState.SUCCEEDED);
            for (ExecutingRun hog : hogs) {
                assertThat(hog.await()).isEqualTo(RunState.FAILED);
                assertThat(hog.run().failure())
                        .hasValueSatisfying(why -> assertThat(why)
                                .startsWith("out of memory: ")
                                .containsPattern("used \\d+ MiB of 160 MiB")
                                .contains("ask for more with @Resources(memory = …)"));
            }
            assertThat(hogs.get(0).run().failure().orElseThrow()).contains("Java heap space");
            assertThat(hogs.get(1).run().failure().orElseThrow()).contains("direct buffer memory");
            assertThat(hogs.get(2).run().failure().orElseThrow()).contains("in a child process (tail)");
        }

        @ParameterizedTest
        @CsvSource({"heap", "direct", "child"})
        void boundsATaskInAProcessOfItsOwn(String what) {
            Run run = runner(Hungry.InATask.class).parameter("what", what).run().run();

            assertThat(run.step("start")
                            .task()
                            .orElseThrow()
                            .failure()
                            .orElseThrow()
                            .summary())
                    .startsWith("out of memory: ")
                    .containsPattern("used \\d+ MiB of 160 MiB");
        }

        @Test
        void isOnRecordOfTheRunAndOfTasksWithTheirOwnProcess() {
            Run run = runner(Hungry.InATask.class).run().run();
            ResourceUsage whole = run.usage().orElseThrow();
            Task task = run.step("start").task().orElseThrow();
            ResourceUsage one = task.usage().orElseThrow();

            assertThat(run.step("end").task().orElseThrow().usage()).isEmpty();
            assertThat(one.peakMemoryBytes()).isBetween(16 * MIB, 160 * MIB);
            assertThat(whole.peakMemoryBytes()).isBetween(16 * MIB, 320 * MIB);
            assertThat(one.cpuSeconds()).isPositive();
            assertThat(whole.cpuSeconds()).isPositive();
            assertThat(whole.wallSeconds()).isGreaterThan(one.wallSeconds());
        }

        @Test
        void isThatOfOneRunWhereManyShareAProcess() {
            Runner worker = runner(Hungry.InATask.class).executor("worker");
            worker.run();
            long start = System.nanoTime();
            ResourceUsage second = worker.run().run().usage().orElseThrow();

            assertThat(second.cpuSeconds()).isPositive();
            assertThat(second.wallSeconds()).isLessThan((System.nanoTime() - start) / 1e9);
        }

        /** Direct buffers outlive their run until they are collected, and were counted against the next. */
        @Test
        void ofARunThatHasEndedIsNotCountedAgainstTheNext() {
            Runner worker = runner(Hungry.class).executor("worker");
            for (int i = 0; i < 2; i++) {
                worker.parameter("what", "direct").run();

                assertThat(worker.parameter("what", "heap")
                                .run()
                                .run()
                                .failure()
                                .orElseThrow())
                        .startsWith("out of memory: Java heap space");
            }
        }

        @Test
        void ofARunInThisProcessIsNotOnRecord() {
            assertThat(runner(Hungry.class).executor("inline").run().run().usage())
                    .isEmpty();
        }

        @Test
        void lessThanAJvmNeedsIsRefusedBeforeTheStart() {
            assertThatThrownBy(() ->
                            runner(Hungry.class).resources(Map.of("memory", 32)).start())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("memory = 32MiB is too little: a JVM that carries out a flow needs at least 80 MiB."
                            + " Ask for more with @Resources(memory = …); a bare number counts MiB.");
        }

        @Test
        void theLeastThatIsAllowedIsEnough() {
            Run run = runner(Hungry.class).resources(Map.of("memory", 80)).run().run();

            assertThat(run.failure()).isEmpty();
        }
    }

    @Nested
    class WhatTheMachineLacks {

        @Test
        void isRefusedWithBothAmounts() {
            int cpus = Machine.current().cpus();

            assertThatThrownBy(() -> runner(Hungry.class)
                            .resources(Map.of("cpu", cpus + 1))
                            .start())
                    .isInstanceOf(NeverFitsException.class)
                    .hasMessageStartingWith(
                            "needs " + (cpus + 1) + " CPUs and 160 MiB, but this machine has " + cpus + " CPU");
        }

        @Test
        void isDoneWithoutOnRequest() {
            int more = Machine.current().cpus() + 1;
            Run run = runner(Hungry.class)
                    .resources(Map.of("cpu", more))
                    .oversubscribe(true)
                    .run()
                    .run();

            assertThat(run.failure()).isEmpty();
            assertThat(run.data().get("processors", int.class)).isEqualTo(more);
        }

        @Test
        void ofAPoolIsRefusedLikewise() {
            Runner licensed = runner(Hungry.class).resources(Map.of("pools", Map.of("licence", 2)));

            assertThatThrownBy(licensed::start)
                    .hasMessage("the flow needs the pool \"licence\", whose size nobody has said. Say it with"
                            + " run.pools { licence = 1 } in the sweep file, or Runner.pool(\"licence\", 1).");
            assertThatThrownBy(licensed.pool("license", 1)::start).hasMessageContaining("Did you mean \"license\"?");
            assertThatThrownBy(licensed.pool("licence", 1)::start)
                    .isInstanceOf(NeverFitsException.class)
                    .hasMessageContaining("2 of the pool licence");
            assertThat(licensed.pool("licence", 2).run().status()).isEqualTo(RunState.SUCCEEDED);
        }
    }
}
