package io.flowsweep.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.Failed;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.runner.GraphFlows.Countdown;
import io.flowsweep.runner.GraphFlows.Dying;
import io.flowsweep.runner.GraphFlows.Flaky;
import io.flowsweep.runner.GraphFlows.Grid;
import io.flowsweep.runner.GraphFlows.Hanging;
import io.flowsweep.runner.GraphFlows.OwnProcess;
import io.flowsweep.runner.GraphFlows.Unspeakable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of flows with foreach, switches, retries and resumption, in processes and in threads. */
@Timeout(900)
class GraphRunsTest {

    @TempDir
    Path folder;

    private Runner runner(Class<? extends FlowSpec> flow, String executor) {
        return Runner.of(flow).executor(executor).store(folder.resolve("store"));
    }

    private static Run succeeded(ExecutingRun run) {
        assertThat(run.await()).as(() -> run.run().failure().toString()).isEqualTo(RunState.SUCCEEDED);
        return run.run();
    }

    @Nested
    class Foreach {

        @ParameterizedTest
        @ValueSource(strings = {"process", "worker", "inline"})
        void goesOverItsListInOrderWhateverRunsAtTheSameTime(String executor) {
            Run run = succeeded(runner(Grid.class, executor).maxWorkers(3).start());

            assertThat(run.data().find("cells").orElseThrow())
                    .isEqualTo(List.of("0:a0:0/3", "0:b0:1/3", "1:a1:0/3", "1:b1:1/3", "2:a2:0/3", "2:b2:1/3"));
            assertThat(run.data().get("common", int.class)).isEqualTo(7);
            assertThat(run.step("column").tasks()).hasSize(6);
            assertThat(run.data().find("cell")).isEmpty();
        }

        @Test
        void refusesAnEmptyListAndTooManyElements() {
            assertThat(runner(Grid.class, "inline")
                            .parameter("size", 0)
                            .run()
                            .run()
                            .failure())
                    .contains(
                            "UnableToGoOn: the list \"rows\" of the foreach in start is unset or empty, so nothing follows;"
                                    + " give it at least one element");
            assertThat(runner(Grid.class, "inline").maxSplits(2).run().run().failure())
                    .hasValueSatisfying(
                            why -> assertThat(why)
                                    .contains(
                                            "goes over 3 elements, but at most 2 are allowed; raise the limit with --max-splits"));
        }

        @Test
        void overAThousandTasksLeavesThreeFiles() throws IOException {
            Run run = succeeded(runner(Grid.class, "inline")
                    .parameter("size", 500)
                    .maxWorkers(2)
                    .start());

            assertThat(run.step("column").tasks()).hasSize(1000);
            try (var files = Files.list(folder.resolve("store/flows/Grid/runs").resolve(run.id()))) {
                assertThat(files.toList()).hasSizeLessThanOrEqualTo(3);
            }
        }
    }

    @Nested
    class Switch {

        @ParameterizedTest
        @ValueSource(strings = {"process", "worker", "inline"})
        void repeatsItselfAndMeetsAgain(String executor) {
            Run run = succeeded(runner(Countdown.class, executor).start());

            assertThat(run.data().find("seen").orElseThrow()).isEqualTo(List.of(3L, 2L, 1L));
            assertThat(run.data().get("way", String.class)).isEqualTo("odd");
            assertThat(run.step("count").tasks()).hasSize(3);
            assertThat(run.step("even").tasks()).isEmpty();
        }

        @Test
        void withoutACaseForTheValueFailsWithThoseThereAre() {
            Run run = runner(Countdown.class, "inline")
                    .parameter("first", 101)
                    .run()
                    .run();

            assertThat(run.failure())
                    .contains(
                            "UnableToGoOn: the condition \"state\" of count is unheard of, for which there is no case;"
                                    + " there are: again, even, odd");
        }
    }

    @Nested
    class Retries {

        @ParameterizedTest
        @ValueSource(strings = {"process", "worker", "inline"})
        void repeatAFailedTaskAndKeepEachFailure(String executor) {
            Run run = succeeded(runner(Flaky.class, executor).start());

            Task task = run.step("flaky").task().orElseThrow();
            assertThat(task.attempt()).isEqualTo(2);
            assertThat(task.failures()).extracting(Failure::message).containsExactly("attempt 0", "attempt 1");
            assertThat(run.data().get("attempt", int.class)).isEqualTo(2);
            assertThat(run.data().find("failed")).isEmpty();
            assertThat(run.data().get("value", int.class)).isEqualTo(60);
        }

        @ParameterizedTest
        @ValueSource(strings = {"process", "worker", "inline"})
        void thatDoNotHelpAreCaughtAndWhatTheTaskChangedIsDropped(String executor) {
            Run run = succeeded(
                    runner(Flaky.class, executor).parameter("failures", 9).start());

            assertThat(run.data().get("failed", Failed.class))
                    .isEqualTo(new Failed("IllegalStateException", "attempt 2", "flaky"));
            assertThat(run.step("flaky").task().orElseThrow().data().find("value"))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "halt, process",
            "hang, process",
            "memory, process",
            "exit, process",
            "halt, worker",
            "memory, worker"
        })
        void serveATaskWhoseOwnProcessEnds(String how, String executor) {
            Run run = succeeded(runner(OwnProcess.class, executor)
                    .parameter("how", how)
                    .with("timeout:value=" + (how.equals("hang") ? "1s" : "100s"))
                    .start());

            List<Failure> failures = run.step("risky").task().orElseThrow().failures();
            assertThat(failures) // on a busy machine later attempts may take too long, too
                    .hasSizeBetween(1, how.equals("hang") ? 20 : 1)
                    .extracting(Failure::kind)
                    .containsOnly(
                            switch (how) {
                                case "halt" -> "killed";
                                case "hang" -> "timeout";
                                case "memory" -> "out of memory";
                                default -> "exit";
                            });
            assertThat(run.data().get("attempt", int.class)).isEqualTo(failures.size());
            assertThat(run.data().get("variable", String.class)).isEqualTo("hello world");
            assertThat(run.data().get("text", String.class)).isEqualTo("żółw×");
            assertThat(run.data().get("pid", long.class))
                    .isNotEqualTo(run.data().get("startPid", long.class));
        }
    }

    @Nested
    class AnAttempt {

        @RepeatedTest(5)
        void thatTakesTooLongFailsByItsTimeoutAndNotByTheInterruption() {
            Run run = succeeded(runner(Hanging.class, "inline").start());

            Task task = run.step("start").task().orElseThrow();
            assertThat(task.failures())
                    .hasSizeGreaterThanOrEqualTo(5)
                    .extracting(Failure::kind)
                    .containsOnly("timeout");
            assertThat(task.attempt()).isEqualTo(task.failures().size());
        }

        @ParameterizedTest
        @ValueSource(strings = {"process", "worker", "inline"})
        void whoseFailureCannotBeToldFailsAllTheSame(String executor) {
            ExecutingRun run = runner(Unspeakable.class, executor).run();

            assertThat(run.status()).isEqualTo(RunState.FAILED);
            assertThat(run.run().failure().orElseThrow()).contains("the task could not be carried out");
        }
    }

    @Nested
    class ALostHost {

        @ParameterizedTest
        @ValueSource(strings = {"process", "worker"})
        void isReplacedByOneThatGoesOnFromItsLastFinishedTask(String executor) throws IOException {
            Path witness = folder.resolve("starts");

            Run run = succeeded(runner(Dying.class, executor)
                    .parameter("witness", witness.toString())
                    .start());

            assertThat(Files.readAllLines(witness)).containsExactly("start");
            assertThat(run.data().get("attempt", int.class)).isEqualTo(1);
            assertThat(run.data().get("before", int.class)).isEqualTo(1);
            assertThat(run.metrics()).hasSize(1);
            assertThat(run.log()).containsExactly("attempt 0", "attempt 1");
            Task task = run.step("die").task().orElseThrow();
            assertThat(task.failures()).extracting(Failure::kind).containsExactly("host");
            assertThat(task.attempt()).isEqualTo(1);
        }
    }

    @Nested
    class Resumption {

        private Path witness() {
            return folder.resolve("witness");
        }

        private List<String> carriedOut() throws IOException {
            List<String> lines = Files.readAllLines(witness());
            Files.delete(witness());
            return lines;
        }

        private Runner flaky(String executor) {
            return runner(Flaky.class, executor);
        }

        @ParameterizedTest
        @ValueSource(strings = {"process", "worker", "inline"})
        void carriesOutOnlyWhatHadNotFinished(String executor) throws IOException {
            Path stop = Files.createFile(folder.resolve("witness.stop1"));
            ExecutingRun failed = flaky(executor)
                    .parameter("witness", witness().toString())
                    .parameter("failures", 0)
                    .maxWorkers(1)
                    .run();
            assertThat(failed.status()).isEqualTo(RunState.FAILED);
            assertThat(carriedOut()).containsExactly("start", "flaky", "spread", "item0", "item1");
            Files.delete(stop);

            Run resumed = succeeded(flaky(executor).maxWorkers(1).resume(failed.id()));

            assertThat(carriedOut()).containsExactly("item1", "item2", "join");
            assertThat(resumed.data().get("value", int.class)).isEqualTo(60);
            assertThat(resumed.origin()).contains(failed.id());
            assertThat(resumed.step("start").task().orElseThrow().origin()).contains(failed.id());
            assertThat(resumed.step("join").task().orElseThrow().origin()).isEmpty();
        }

        @Test
        void fromAStepCarriesOutAllThatComesAfterIt() throws IOException {
            ExecutingRun first = flaky("inline")
                    .parameter("witness", witness().toString())
                    .parameter("failures", 0)
                    .maxWorkers(1)
                    .run();
            carriedOut();

            succeeded(flaky("inline").maxWorkers(1).resume(first.id(), "spread"));

            assertThat(carriedOut()).containsExactly("spread", "item0", "item1", "item2", "join");
        }

        @Test
        void ofWhatIsNotThereIsRefused() {
            ExecutingRun run = flaky("inline").run();

            assertThatThrownBy(() -> flaky("inline").resume(run.id().substring(1)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("Did you mean \"" + run.id() + "\"?");
            assertThatThrownBy(() -> flaky("inline").resume(run.id(), "sprad"))
                    .hasMessageContaining("Did you mean \"spread\"?");
            assertThatThrownBy(() -> flaky("inline").parameter("failures", 1).resume(run.id()))
                    .hasMessageContaining("a resumed run has the configs and parameters of its origin");
        }

        @Test
        void keepsGoingWithIndependentBranchesWhenTold() throws IOException {
            Files.createFile(folder.resolve("witness.stop0"));

            ExecutingRun run = flaky("inline")
                    .parameter("witness", witness().toString())
                    .parameter("failures", 0)
                    .maxWorkers(1)
                    .keepGoing(true)
                    .run();

            assertThat(run.status()).isEqualTo(RunState.FAILED);
            assertThat(carriedOut()).containsExactly("start", "flaky", "spread", "item0", "item1", "item2");
            assertThat(Collections.frequency(
                            run.run().step("item").tasks().stream()
                                    .map(Task::state)
                                    .toList(),
                            RunState.SUCCEEDED))
                    .isEqualTo(2);
        }
    }
}
