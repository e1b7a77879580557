package io.flowsweep.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Run;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;
import io.flowsweep.runner.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a field holds in the next step, and after a join. */
@Timeout(900)
class ArtifactsAcrossStepsTest {

    @TempDir
    Path folder;

    private Run run(Class<? extends FlowSpec> flow) {
        return succeeded(runner(flow));
    }

    private Runner runner(Class<? extends FlowSpec> flow) {
        return Runner.of(flow).executor("inline").store(folder.resolve("a store"));
    }

    private static Run succeeded(Runner runner) {
        Run run = runner.run().run();
        assertThat(run.failure()).isEmpty();
        return run;
    }

    @Nested
    class InALine {

        public static class Forgets extends FlowSpec {
            String text = "initial";
            Integer number;
            String seen;

            @Step(next = "middle")
            void start() {
                text = null;
                number = 1;
            }

            @Step(next = "end")
            void middle() {
                seen = text + " " + number;
                number = null;
            }

            @Step
            void end() {
                seen += " " + text + " " + number;
            }
        }

        @Test
        void aFieldThatAStepSetToNullStaysNull() {
            Run run = run(Forgets.class);

            assertThat(run.data().get("seen", String.class)).isEqualTo("null 1 null null");
            assertThat(run.data().names()).containsExactly("seen");
            assertThat(run.data().find("text")).isEmpty();
        }

        record Mixed(double number, String text) {}

        public static class Unbounded extends FlowSpec {
            Double loss;
            List<Double> losses;
            String text;
            Mixed mixed;
            double sum;

            @Step(next = "end")
            void start() {
                loss = Double.NaN;
                losses = List.of(1.5, Double.NEGATIVE_INFINITY);
                text = "NaN";
                mixed = new Mixed(Double.POSITIVE_INFINITY, "NaN");
            }

            @Step
            void end() {
                sum = losses.get(1);
            }
        }

        @Test
        void numbersWithoutAFormInJsonComeBackAsNumbersAndTextAsText() {
            Run run = run(Unbounded.class);

            assertThat(run.data().find("loss")).contains(Double.NaN);
            assertThat(run.data().find("losses")).contains(List.of(1.5, Double.NEGATIVE_INFINITY));
            assertThat(run.data().get("sum", double.class)).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(run.data().find("text")).contains("NaN");
            assertThat(run.data().get("mixed", Mixed.class)).isEqualTo(new Mixed(Double.POSITIVE_INFINITY, "NaN"));
            assertThat(run.data().json("losses")).isEqualTo("[1.5,\"-Infinity\"]");
        }

        public static class Collects extends FlowSpec {
            List<Integer> history = new ArrayList<>();

            @Step(next = "end")
            void start() {
                history.add(1);
            }

            @Step
            void end() {
                history.add(2);
            }
        }

        @Test
        void aListGoesOnGrowing() {
            assertThat(run(Collects.class).data().find("history")).contains(List.of(1L, 2L));
        }

        public static class Writes extends FlowSpec {
            @Parameter
            String target = "";

            Path report = Path.of("a file that does not exist");
            String seen;

            @Step(next = "write")
            void start() {}

            @Step(next = "end")
            void write() throws IOException {
                report = Files.writeString(Path.of(target), "written");
            }

            @Step
            void end() throws IOException {
                seen = Files.readString(report);
            }
        }

        @Test
        void aPathMayNameAFileThatALaterStepWrites() {
            Run run = succeeded(runner(Writes.class)
                    .parameter("target", folder.resolve("report").toString()));

            assertThat(run.data().get("seen", String.class)).isEqualTo("written");
            assertThat(run.step("start").task().orElseThrow().data().names()).isEmpty();
        }

        @Test
        void aPathToNothingFailsTheStepThatSetIt() {
            Run run = runner(Vanishes.class).run().run();

            assertThat(run.failure())
                    .hasValueSatisfying(why ->
                            assertThat(why).startsWith("UnstorableArtifact:").contains("no such file"));
        }

        public static class Vanishes extends FlowSpec {
            Path report;

            @Step(next = "end")
            void start() {
                report = Path.of("no such file");
            }

            @Step
            void end() {}
        }

        public static class Overloads extends FlowSpec {
            int calls;

            @Step(next = "end")
            void start() {
                start(1);
            }

            void start(int by) {
                calls += by;
            }

            @Step
            void end() {
                calls += 10;
            }
        }

        @Test
        void methodsThatShareAStepsNameAreNotTheStep() {
            assertThat(run(Overloads.class).data().get("calls", int.class)).isEqualTo(11);
        }
    }

    @Nested
    class AtAJoin {

        public static class Files2 extends FlowSpec {
            @Parameter
            String folder = "";

            Path report;
            Path shared;
            String seen;

            @Step(next = {"a", "b"})
            void start() throws IOException {
                shared = Files.writeString(Path.of(folder, "shared"), "S");
            }

            @Step(next = "end")
            void a() throws IOException {
                report = Files.writeString(Path.of(folder, "a"), "A");
            }

            @Step(next = "end")
            void b() throws IOException {
                report = Files.writeString(Path.of(folder, "b"), "B");
            }

            @Step
            void end(Inputs<Files2> inputs) throws IOException {
                report = inputs.get("b").report;
                mergeArtifacts(inputs);
                seen = Files.readString(inputs.get(0).report)
                        + Files.readString(inputs.get(1).report)
                        + Files.readString(shared);
            }
        }

        @Test
        void eachBranchHasItsOwnFile() {
            Run run = succeeded(runner(Files2.class).parameter("folder", folder.toString()));

            assertThat(run.data().get("seen", String.class)).isEqualTo("ABS");
            assertThat(run.data().get("report", byte[].class)).isEqualTo(new byte[] {'B'});
        }

        public static class Merges extends FlowSpec {
            int count;
            String text;
            Set<String> names;
            String seen;

            @Step(next = {"a", "b"})
            void start() {
                count = 5;
                text = "old";
            }

            @Step(next = "join")
            void a() {
                count = 0;
                names = new LinkedHashSet<>(List.of("x", "y"));
            }

            @Step(next = "join")
            void b() {
                text = null;
                names = new LinkedHashSet<>(List.of("y", "x"));
            }

            @Step(next = "end")
            void join(Inputs<Merges> inputs) {
                mergeArtifacts(inputs);
            }

            void join(int overload) {}

            void join(String overload) {}

            void join(Set<String> overload) {}

            @Step
            void end() {
                seen = count + " " + text + " " + names.size();
            }
        }

        @Test
        void whatOneBranchChangedWinsEvenWhenItIsNullOrTheInitialValue() {
            Run run = run(Merges.class);

            assertThat(run.data().get("seen", String.class)).isEqualTo("0 null 2");
            assertThat(run.step("join").task().orElseThrow().data().get("count", int.class))
                    .isZero();
        }
    }
}
