package io.flowsweep.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Project;
import io.flowsweep.flow.Step;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(900)
class ClientTest {

    @Project("talk")
    public static class Talk extends FlowSpec {
        @Parameter
        boolean fails;

        @Parameter
        int lines = 1;

        List<Integer> numbers;
        int[] squares;
        int sum;

        @Step(next = "speak", foreach = "numbers")
        void start() {
            numbers = List.of(1, 2, 3);
            squares = new int[] {1, 4, 9};
        }

        @Step(next = "join")
        void speak() {
            int n = input();
            sum = n * n;
            for (int i = 0; i < lines; i++) {
                System.out.println("line " + i + " of " + n);
            }
            System.err.print("half a line of " + n);
        }

        @Step(next = "end")
        void join(Inputs<Talk> inputs) {
            sum = inputs.stream().mapToInt(input -> input.sum).sum();
            if (fails) {
                throw new IllegalStateException("told to");
            }
        }

        @Step
        void end() {}
    }

    @TempDir
    Path folder;

    private Runner talk() {
        return Runner.of(Talk.class).executor("inline").store(folder);
    }

    private Client client() {
        return Client.at(folder);
    }

    private Flow flow() {
        return client().flowNamed("Talk");
    }

    @Nested
    class ALog {

        @ParameterizedTest
        @ValueSource(strings = {"inline", "process"})
        void saysWhichTaskPrintedALineAndWhere(String executor) {
            Run run = talk().executor(executor).parameter("lines", 2).run().run();

            assertThat(run.failure()).isEmpty();
            for (int n = 1; n <= 3; n++) {
                Task task = run.task("speak-" + n);
                assertThat(task.stdout()).containsExactly("line 0 of " + n, "line 1 of " + n);
                assertThat(task.stderr()).containsExactly("half a line of " + n);
            }
            assertThat(run.log()).hasSize(9).doesNotContain("");
            assertThat(run.task("start-1").stdout()).isEmpty();
        }

        @Test
        void isReadOnFromAnyPosition() {
            Run run = talk().parameter("lines", 3000).run().run();
            List<LogLine> all = run.printed().toList();

            assertThat(all).hasSize(3 * 3001);
            IntStream.of(0, 1, 2500, 4000, 8000, all.size() - 2)
                    .forEach(i -> assertThat(run.printed(all.get(i).next()).toList())
                            .as("behind line " + i)
                            .isEqualTo(all.subList(i + 1, all.size())));
            assertThat(run.printed(all.get(all.size() - 1).next())).isEmpty();
        }

        @Test
        void endsInATailFromWhichItIsReadOn() {
            Run run = talk().parameter("lines", 3).run().run();
            List<String> all = run.log();

            PrintedTail tail = run.lastPrinted(5);

            assertThat(tail.lines()).extracting(LogLine::text).isEqualTo(all.subList(all.size() - 5, all.size()));
            assertThat(tail.whole()).isFalse();
            assertThat(run.printed(tail.end())).isEmpty();
            assertThat(run.lastPrinted(100).lines()).extracting(LogLine::text).isEqualTo(all);
            assertThat(run.lastPrinted(100).whole()).isTrue();
        }

        @Test
        void isStreamedWhileTheRunGoesOn() {
            ExecutingRun run = talk().parameter("lines", 50).start();
            List<LogLine> lines = new ArrayList<>();

            LogPosition end = run.streamLog(LogPosition.START, lines::add);

            assertThat(lines)
                    .extracting(LogLine::text)
                    .isEqualTo(run.run().printed().map(LogLine::text).toList());
            assertThat(end).isEqualTo(lines.get(lines.size() - 1).next());
            assertThat(run.stdout()).hasSize(150);
            assertThat(run.stderr()).hasSize(3);
        }
    }

    @Nested
    class Runs {

        @Test
        void areFoundByTagStateAndTime() {
            Run good = talk().tag("a", "b").run().run();
            Run bad = talk().tag("a").parameter("fails", true).run().run();

            assertThat(flow().runs()).extracting(Run::id).containsExactly(bad.id(), good.id());
            assertThat(flow().runs("a", "b")).extracting(Run::id).containsExactly(good.id());
            assertThat(flow().runs("c")).isEmpty();
            assertThat(flow().runs(RunFilter.all().in(RunState.FAILED, RunState.LOST)))
                    .extracting(Run::id)
                    .containsExactly(bad.id());
            assertThat(flow().runs(RunFilter.all().since(bad.createdAt())))
                    .extracting(Run::id)
                    .containsExactly(bad.id());
            assertThat(flow().runs(RunFilter.all().until(bad.createdAt())))
                    .extracting(Run::id)
                    .containsExactly(good.id());
            assertThat(flow().latestRun()).map(Run::id).contains(bad.id());
            assertThat(flow().latestSuccessfulRun()).map(Run::id).contains(good.id());
        }

        @Test
        void areFoundByTheirIdItsBeginningOrItsEnd() {
            String id = talk().run().id();

            for (String name : List.of(id, "Talk/" + id, id.substring(0, 22), id.substring(20))) {
                assertThat(client().run(name)).as(name).map(Run::id).contains(id);
            }
            assertThat(client().run("nothing")).isEmpty();
            assertThat(client().run("Other/" + id)).isEmpty();
            talk().run();
            assertThatThrownBy(() -> client().run("2"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("2 runs are called \"2\"")
                    .hasMessageContaining("Talk/" + id);
        }

        @Test
        void leadToTheirStepsTasksAndArtifactsAndBack() {
            Run run = talk().run().run();

            assertThat(run.step("speak").tasks()).hasSize(3);
            assertThat(run.step("speak").parent().id()).isEqualTo(run.id());
            assertThat(run.task("join-1").parent().name()).isEqualTo("join");
            assertThat(run.parent().name()).isEqualTo("Talk");
            assertThat(run.data().get("sum", int.class)).isEqualTo(14);
            assertThat(run.data().json("sum")).isEqualTo("14");
            assertThat(run.task("start-1").data().json("squares")).isEqualTo("[1,4,9]");
            assertThat(run.data().values()).isEqualTo(Map.of("sum", 14L));
            assertThat(run.endedAt()).isPresent();
            assertThatThrownBy(() -> run.task("speak-4")).hasMessageContaining("no task \"speak-4\"");
        }
    }

    @Nested
    class TheTags {

        @Test
        void ofARunThatHasEndedChange() {
            Run run = talk().tag("first").run().run();

            run.addTags("good", "kept");
            run.removeTags("first", "good");

            assertThat(flow().latestRun().orElseThrow().tags()).contains("kept").doesNotContain("first", "good");
            assertThat(run.tags()).contains("first");
        }

        @Test
        void ofItsProjectStay() {
            Run run = talk().run().run();

            assertThatThrownBy(() -> run.removeTags("project:talk"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("stays");
        }

        @Test
        void areNeitherEmptyNorLong() {
            assertThatThrownBy(() -> talk().tag(" ")).hasMessageContaining("a tag is empty");
            assertThatThrownBy(() -> talk().tag("x".repeat(501)))
                    .hasMessageContaining("at most 500 characters, but got 501");
            Run run = talk().run().run();
            assertThatThrownBy(() -> run.addTags("")).hasMessageContaining("a tag is empty");
        }

        @Test
        void ofARunUnderWayAreItsOwners() {
            try (ExecutingRun run =
                    Runner.of(Waiting.class).executor("inline").store(folder).start()) {
                assertThatThrownBy(() -> run.run().addTags("x"))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("under way");
                assertThat(run.await(Duration.ofMillis(1))).isEmpty();
            }
        }
    }

    /** Waits until it is interrupted. */
    public static class Waiting extends FlowSpec {
        @Step(next = "end")
        void start() throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @Step
        void end() {}
    }
}
