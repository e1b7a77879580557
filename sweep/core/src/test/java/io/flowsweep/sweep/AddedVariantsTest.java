package io.flowsweep.sweep;

import static io.flowsweep.sweep.space.AxisBuilder.axis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.results.Added;
import io.flowsweep.sweep.results.Explanation.Kind;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.sweep.results.TrialRecord;
import io.flowsweep.sweep.space.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Points that a sweep gets while it runs, or when it is taken up again. */
@Timeout(600)
class AddedVariantsTest {

    /** Leaves a line in a witness file for each body, and waits until there is a file {@code go}. */
    private static final String FLOW = """
            import io.flowsweep.flow.*;
            import java.nio.file.*;

            public class Area extends FlowSpec {
                record Settings(int width, int height, String folder) {}

                @FlowConfig Settings config;
                Integer area;

                @Step(next = "end")
                void start() throws Exception {
                    Path folder = Path.of(config.folder());
                    Files.writeString(folder.resolve("witness"), config.width() + "x" + config.height() + "\\n",
                            StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    while (!Files.exists(folder.resolve("go"))) {
                        Thread.sleep(5);
                    }
                    area = config.width() * config.height();
                }

                @Step void end() {}
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Area.java"), FLOW);
    }

    private SweepRun start(UnaryOperator<SweepBuilder> sweep) {
        return sweep.apply(Sweep.of(folder.resolve("Area.java"))
                        .config(Map.of("width", 1, "height", 10, "folder", folder.toString()))
                        .metrics(Map.of("area", Map.of("artifact", "area", "goal", "maximize")))
                        .objective("area"))
                .run(options());
    }

    private SweepRun start() {
        return start(
                sweep -> sweep.grid(axis("width").values(1, 2), axis("height").values(10, 20)));
    }

    private SweepOptions options() {
        return SweepOptions.defaults()
                .executor("inline")
                .parallel(1)
                .store(folder.resolve("store"))
                .results(folder.resolve("results"));
    }

    private RecordedSweep recorded() {
        return RecordedSweep.latest(Optional.of(folder.resolve("store")));
    }

    private void go() throws IOException {
        Files.writeString(folder.resolve("go"), "", StandardOpenOption.CREATE);
    }

    private List<String> bodies() throws IOException {
        return Files.readAllLines(folder.resolve("witness"));
    }

    @Nested
    class WhileItRuns {

        @Test
        void valuesOfOneAxisMeetAllValuesOfTheOthers() throws IOException {
            try (SweepRun run = start()) {
                Added added = run.add("width=3,2");
                assertThat(added.names()).containsExactly("width=3,height=10", "width=3,height=20");
                assertThat(added.present())
                        .as("duplicates are said, and do not run again")
                        .containsExactly("width=2,height=10", "width=2,height=20");
                assertThat(run.add(Map.of("width", 3, "height", List.of(20, 30)))
                                .present())
                        .containsExactly("width=3,height=20");
                go();
                SweepSummary summary = run.await();

                assertThat(summary.countsText()).isEqualTo("7 of 7 variants succeeded");
                assertThat(summary.best().orElseThrow().variant()).isEqualTo("width=3,height=30");
                assertThat(run.results().rowCount()).isEqualTo(7);
            }
            assertThat(bodies()).hasSize(7).doesNotHaveDuplicates();
            assertThat(bodies().subList(1, 4))
                    .as("before those that wait")
                    .containsExactlyInAnyOrder("3x10", "3x20", "3x30");
        }

        @Test
        void itIsOnRecordWithTheRest() throws IOException {
            try (SweepRun run = start()) {
                run.add(Map.of("width", 3, "height", 30));
                go();
                run.await();
            }
            RecordedSweep recorded = recorded();
            assertThat(recorded.results().get(4, "area")).isEqualTo(90.0);
            TrialRecord trial = recorded.trials().all().stream()
                    .reduce((first, second) -> second)
                    .orElseThrow();
            assertThat(trial.name()).isEqualTo("width=3,height=30");
            assertThat(trial.id().variant()).isEqualTo(4);
            assertThat(recorded.sweep().variant(4).config()).containsEntry("height", 30L);
            assertThat(recorded.sweep().settings(4))
                    .filteredOn(setting -> setting.path().equals("config.width"))
                    .singleElement()
                    .satisfies(setting -> assertThat(setting.where()).isEqualTo("added from outside"));
            assertThat(recorded.sweep()
                            .outlook(options())
                            .explain(trial.name(), 0)
                            .kind())
                    .isEqualTo(Kind.REUSED);
            assertThat(recorded.origin().reproduction(trial, Optional.empty())).endsWith("--only 4");
            assertThat(recorded.report()).isNotNull();
        }
    }

    @Nested
    class TakenUpAgain {

        @Test
        void whatWasAddedAndNotRunRuns() throws IOException {
            try (SweepRun run = start()) {
                run.add("width=3");
            }
            go();
            RecordedSweep before = recorded();
            assertThat(before.summary().variants()).isEqualTo(6);

            SweepSummary summary = before.sweep().run(options()).await();

            assertThat(summary.countsText()).isEqualTo("6 of 6 variants succeeded");
            assertThat(recorded().results().rowCount()).isEqualTo(6);
        }

        @Test
        void aSweepThatHasEndedGetsMore() throws IOException {
            go();
            try (SweepRun run = start()) {
                run.await();
                assertThatThrownBy(() -> run.add("width=3"))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("has come to its end");
            }
            assertThatThrownBy(() -> recorded().control().add(List.of("width=3")))
                    .hasMessageContaining("nobody drives the sweep Area")
                    .hasMessageContaining("--add");

            SweepSummary summary = recorded()
                    .sweep()
                    .run(options().adding("width=3", "height=10"))
                    .await();

            assertThat(summary.countsText()).isEqualTo("5 of 5 variants succeeded (4 reused)");
            assertThat(bodies()).hasSize(5);
            assertThat(recorded().sweep().run(options()).await().countsText())
                    .as("for good")
                    .isEqualTo("5 of 5 variants succeeded (5 reused)");
        }
    }

    @Nested
    class Refused {

        @Test
        void whatIsNoAxisAndWhatDoesNotFit() throws IOException {
            go();
            try (SweepRun run = start()) {
                assertThatThrownBy(() -> run.add("folder=elsewhere"))
                        .hasMessageContaining("\"config.folder\" is no axis of the sweep")
                        .hasMessageContaining("Give values of width, height");
                assertThatThrownBy(() -> run.add("widht=3")).hasMessageContaining("Did you mean \"width\"?");
                assertThatThrownBy(() -> run.add("width=wide")).hasMessageContaining("is the number 1 in the base");
                assertThatThrownBy(() -> run.add("~width")).hasMessageContaining("nothing can be taken");
                assertThat(run.await().variants()).as("all or nothing").isEqualTo(4);
            }
        }

        @Test
        void valuesThatBelongToThoseOfAnotherAxis() throws IOException {
            go();
            Space zip = Space.zip(axis("width").values(1, 2), axis("height").values(10, 20));
            try (SweepRun run = start(sweep -> sweep.space(zip))) {
                assertThatThrownBy(() -> run.add("width=3"))
                        .hasMessageContaining("is varied inside of zip")
                        .hasMessageContaining("belong to those of others");
            }
        }
    }
}
