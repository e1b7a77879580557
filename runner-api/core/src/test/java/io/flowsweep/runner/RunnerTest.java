package io.flowsweep.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flowsweep.client.Client;
import io.flowsweep.client.Flow;
import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.admission.NeverFitsException;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(900)
class RunnerTest {

    private static final String FLOW = """
            import com.typesafe.config.Config;
            import io.flowsweep.flow.*;
            import java.util.*;

            abstract class Base extends FlowSpec {
                @FlowConfig(defaultFile = "train.conf") Train config;
                record Train(double learningRate, Optional<Integer> epochs) {}
            }

            class Helper {
                static double twice(double x) { return 2 * x; }
            }

            class Training extends Base {
                @FlowConfig(defaultValue = "a { b = 1 }") Config raw;
                @FlowConfig(defaultValue = "{ k = [1, 2] }") Map<String, ?> map;
                @Parameter(help = "how often") int times = 3;
                Double result;
                String folder;

                @Step(next = "end")
                @Resources(cpu = "1", memory = "256MB")
                void start() {
                    result = Helper.twice(config.learningRate()) * times + raw.getInt("a.b") + ((List<?>) map.get("k")).size();
                    folder = current().sourceDirectory().get().getFileName().toString();
                }

                @Step void end() {}
            }
            """;

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve("flows").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Runner training() throws IOException {
        write("train.conf", "learning-rate = 0.5");
        return Runner.of(write("Training.java", FLOW)).store(folder.resolve("store"));
    }

    private Flow recorded() {
        return Client.at(folder.resolve("store")).flowNamed("Training");
    }

    @Nested
    class ASourceFile {

        @ParameterizedTest
        @ValueSource(strings = {"process", "inline"})
        void runsWithItsDefaultsItsHelpersAndItsBase(String executor) throws IOException {
            Run run = training().executor(executor).run().run();

            assertThat(run.failure()).isEmpty();
            assertThat(run.data().get("result", double.class)).isEqualTo(2 * 0.5 * 3 + 1 + 2);
            assertThat(run.data().get("folder", String.class)).isEqualTo("flows");
            assertThat(run.configs()).containsEntry("config", Map.of("learning-rate", 0.5));
        }

        @Test
        void takesConfigsAndParametersFromTheProgram() throws IOException {
            Path file = write("other.conf", "learning_rate = 1, epochs = 4");

            Run run = training()
                    .config("config", file)
                    .config("map", Map.of("k", java.util.List.of(1)))
                    .parameter("times", 1)
                    .run()
                    .run();

            assertThat(run.data().get("result", double.class)).isEqualTo(2.0 + 1 + 1);
            assertThat(run.parameters()).isEqualTo(Map.of("times", 1L));
        }

        @Test
        void isATemplateThatDoesNotChange() throws IOException {
            Runner template = training().executor("inline");

            Runner other = template.parameter("times", 7).tag("other");

            assertThat(template.plan().parameters().get(0).value()).contains(3L);
            assertThat(other.plan().parameters().get(0).value()).contains(7L);
            assertThat(template.run().run().tags()).isEmpty();
        }

        @Test
        void thatDoesNotCompileIsRefusedWithLineAndSource() throws IOException {
            Runner broken = Runner.of(write("Broken.java", FLOW.replace("int times = 3", "int times = three")))
                    .store(folder.resolve("store"));

            assertThatThrownBy(broken::start)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("Broken.java:17")
                    .hasMessageContaining("cannot find symbol")
                    .hasMessageContaining("int times = three;");
            assertThat(folder.resolve("store/flows")).doesNotExist();
        }

        @Test
        void thatIsMissingIsRefused() {
            assertThatThrownBy(() -> Runner.of(folder.resolve("None.java"))
                            .store(folder.resolve("store"))
                            .start())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("None.java");
        }
    }

    @Nested
    class AClass {

        abstract static class ExitingBase extends FlowSpec {
            @Step(next = "end")
            void start() {
                Runtime.getRuntime().halt(1);
            }
        }

        static class Hidden extends ExitingBase {
            @Step
            void end() {
                new Object() {
                    void exit() {
                        System.exit(1);
                    }
                }.exit();
            }
        }

        @Test
        void isCheckedForExitsWithItsBasesAndItsAnonymousClasses() {
            assertThatThrownBy(() -> Runner.of(Hidden.class)
                            .executor("inline")
                            .store(folder)
                            .start())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("Runtime.halt")
                    .hasMessageContaining("System.exit");
        }

        static class Blames extends FlowSpec {
            @Step(next = "end")
            void start() throws IOException {
                new com.fasterxml.jackson.core.JsonFactory().createParser("x").nextToken();
            }

            @Step
            void end() {}
        }

        @Test
        void isToldWhereInItsOwnCodeALibraryThrew() {
            Run run = Runner.of(Blames.class)
                    .executor("inline")
                    .store(folder.resolve("store"))
                    .run()
                    .run();

            assertThat(run.failureDetails().orElseThrow().where().orElseThrow())
                    .startsWith("Blames.start (RunnerTest.java:");
        }

        @Test
        void mayBeRunOftenWithoutFilesLeftOpen() throws IOException {
            Path open = Path.of("/proc/self/fd");
            assumeTrue(Files.isDirectory(open), "the system does not list a process's open files");
            Runner runner = training().executor("inline");
            runner.run();
            long before = count(open);

            for (int i = 0; i < 150; i++) {
                runner.run();
            }

            assertThat(count(open) - before).isLessThan(100);
        }

        private static long count(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.count();
            }
        }
    }

    @Nested
    class Refusals {

        @Test
        void ofAnUnknownExecutorListThoseThatExist() throws IOException {
            Runner runner = training().executor("proces");

            assertThatThrownBy(runner::start)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("there is no executor \"proces\". Did you mean \"process\"?");
        }

        @Test
        void ofWhatTheMachineNeverFitsComeAtOnce() throws IOException {
            Path file = write("Huge.java", FLOW.replace("Training", "Huge").replace("cpu = \"1\"", "cpu = \"100000\""));
            write("train.conf", "learning-rate = 0.5");

            assertThatThrownBy(
                            () -> Runner.of(file).store(folder.resolve("store")).start())
                    .isInstanceOf(NeverFitsException.class)
                    .hasMessageContaining("100000");
        }

        @Test
        void ofAStoreThatCannotBeWrittenNameIt() throws IOException {
            Path file = write("not-a-folder", "");
            Runner runner = training().store(file);

            assertThatThrownBy(runner::start)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("not-a-folder");
        }
    }

    @Nested
    class OnRecord {

        @Test
        void runsAreFoundByTagAndOrderedByStart() throws IOException {
            Runner runner = training().executor("inline");
            String first = runner.tag("a").run().id();
            String second = runner.tag("a", "b").run().id();

            assertThat(recorded().runs()).extracting(Run::id).containsExactly(second, first);
            assertThat(recorded().runs("b")).extracting(Run::id).containsExactly(second);
            assertThat(recorded().latestSuccessfulRun().map(Run::id)).contains(second);
            assertThat(recorded().run("none")).isEmpty();
        }

        @Test
        void tagsOfAnEndedRunCanBeChanged() throws IOException {
            String id = training().executor("inline").tag("a", "b").run().id();

            recorded().run(id).orElseThrow().addTags("c");
            recorded().run(id).orElseThrow().removeTags("a");

            assertThat(recorded().run(id).orElseThrow().tags()).containsExactly("b", "c");
        }

        @Test
        void tagsChangeNothingElseOfARun() throws IOException {
            String id = training().executor("inline").run().id();
            Duration before = recorded().run(id).orElseThrow().duration();

            recorded().run(id).orElseThrow().addTags("late");

            assertThat(recorded().run(id).orElseThrow().duration()).isEqualTo(before);
        }

        @Test
        void anArtifactThatIsUnsetIsToldWithThoseThatAreSet() throws IOException {
            Run run = training().executor("inline").run().run();

            assertThatThrownBy(() -> run.data().get("resolt", double.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the artifact \"resolt\" is unset; set are [result, folder]");
            assertThatThrownBy(() -> run.step("strat"))
                    .hasMessage("Training has no step \"strat\"; it has [start, end]");
        }

        @Test
        void handlesAreOneLine() throws IOException {
            ExecutingRun executing = training().executor("inline").run();

            assertThat(executing.toString()).matches("ExecutingRun\\[Training/.* SUCCEEDED]");
            assertThat(executing.run().toString()).matches("Run\\[Training/.* SUCCEEDED [0-9.]+ s]");
            assertThat(executing.await(Duration.ZERO)).isEqualTo(Optional.of(RunState.SUCCEEDED));
        }
    }
}
