package io.flowsweep.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.client.TaskCard;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.card.Chart;
import io.flowsweep.flow.card.Markdown;
import io.flowsweep.flow.card.Progress;
import io.flowsweep.flow.card.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a task puts on its cards, read back while it runs and afterwards. */
@Timeout(900)
class CardsTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;
            import io.flowsweep.flow.card.*;
            import java.nio.file.*;
            import java.util.*;

            public class Carded extends FlowSpec {
                @Parameter String mode = "plain";
                @Parameter String file = "";
                List<Integer> items;

                @Step(next = "work", foreach = "items")
                void start() {
                    items = List.of(1, 2);
                    current().card().append(Markdown.of("begun"));
                }

                @Step(next = "join")
                @Retry(times = "1")
                void work() throws Exception {
                    int item = input();
                    Card card = current().card();
                    card.append(Markdown.of("# Item " + item), Table.of("a", "b").row(1, "x"));
                    for (int i = 0; i <= 100; i++) {
                        current().report("loss", i, 1.0 / (i + 1 + current().attempt()));
                        card.replace("progress", Progress.of(i, 100));
                    }
                    card.append(Chart.ofMetrics("loss"));
                    current().card("other").append(Image.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}));
                    if (mode.equals("wait")) {
                        while (!Files.exists(Path.of(file))) {
                            Thread.onSpinWait();
                        }
                        // then
                        card.clear().append(Markdown.of("done"));
                    }
                    if (mode.equals("retry") && current().attempt() == 0) {
                        throw new IllegalStateException("again");
                    }
                }

                @Step(next = "end")
                void join(Inputs<Carded> inputs) {
                    if (mode.equals("fail")) {
                        current().card().append(Markdown.of("before"));
                        current().card().append(Markdown.of("the error"));
                        throw new IllegalStateException("failed");
                    }
                }

                @Step void end() {}
            }
            """;

    @TempDir
    Path folder;

    private Runner carded(String mode) throws IOException {
        return carded(mode, FLOW);
    }

    private Runner carded(String mode, String source) throws IOException {
        return runner(source)
                .maxWorkers(1)
                .parameter("mode", mode)
                .parameter("file", folder.resolve("go").toString());
    }

    private Runner runner(String source) throws IOException {
        return Runner.of(Files.writeString(folder.resolve("Carded.java"), source))
                .store(folder.resolve("store"));
    }

    private static List<String> texts(TaskCard card) {
        return card.parts().values().stream()
                .filter(Markdown.class::isInstance)
                .map(part -> ((Markdown) part).text())
                .toList();
    }

    private Task awaitProgress(ExecutingRun run) {
        while (true) {
            Optional<Task> task = run.run().step("work").task();
            boolean complete = task.flatMap(t -> t.card("default"))
                    .filter(card -> card.parts().values().stream().anyMatch(Chart.class::isInstance))
                    .isPresent();
            if (complete) {
                return task.get();
            }
            assertThat(run.status()).isEqualTo(RunState.RUNNING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "inline"})
    void areKeptWithTheRun(String executor) throws IOException {
        Run run = carded("plain").executor(executor).run().run();

        assertThat(run.failure()).isEmpty();
        assertThat(run.step("work").tasks()).hasSize(2).allSatisfy(task -> {
            TaskCard card = task.card("default").orElseThrow();
            assertThat(card.parts().keySet()).containsExactly("#1", "#2", "progress", "#3");
            assertThat(card.part("#2", Table.class).rows()).containsExactly(List.of(1L, "x"));
            assertThat(card.part("progress", Progress.class).done()).isEqualTo(100);
            assertThat(task.cards()).extracting(TaskCard::id).containsExactly("default", "other");
        });
        assertThat(texts(run.step("work").tasks().get(1).card("default").orElseThrow()))
                .containsExactly("# Item 2");
        assertThat(run.step("end").task().orElseThrow().cards()).isEmpty();
        assertThat(run.step("end").task().orElseThrow().card("default")).isEmpty();
    }

    @Test
    void drawTheMetricsReportedSoFar() throws IOException {
        Run run = carded("retry").executor("inline").run().run();

        TaskCard card = run.step("work").task().orElseThrow().card("default").orElseThrow();
        Chart chart = card.part("#3", Chart.class);
        assertThat(chart.y()).isEqualTo("loss");
        assertThat(chart.data().rows()).hasSize(101).first().isEqualTo(List.of(0.0, 0.5));
    }

    @Test
    void sayWhatPartsTheyHave() throws IOException {
        Run run = carded("plain").executor("inline").run().run();

        TaskCard card = run.step("work").task().orElseThrow().card("default").orElseThrow();
        assertThatThrownBy(() -> card.part("progres", Progress.class))
                .hasMessage("the card default has no Progress \"progres\"; its parts are [#1, #2, progress, #3]");
        assertThat(card).hasToString("TaskCard[default, 4 parts]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "inline"})
    void areReadWhileTheTaskRuns(String executor) throws IOException {
        try (ExecutingRun executing = carded("wait").executor(executor).start()) {
            Task task = awaitProgress(executing);
            assertThat(task.state()).isEqualTo(RunState.RUNNING);
            assertThat(texts(task.card("default").orElseThrow())).containsExactly("# Item 1");

            Files.createFile(folder.resolve("go"));
            executing.await();
            assertThat(texts(executing
                            .run()
                            .step("work")
                            .task()
                            .orElseThrow()
                            .card("default")
                            .orElseThrow()))
                    .containsExactly("done");
        }
    }

    @Test
    void keepWhatWasOnThemWhenTheTaskThrows() throws IOException {
        Run run = carded("fail").executor("inline").run().run();

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(texts(run.step("join").task().orElseThrow().card("default").orElseThrow()))
                .containsExactly("before", "the error");
    }

    @Test
    void keepWhatWasWrittenWhenTheHostIsKilled() throws IOException {
        String killed = FLOW.replace("// then", "Runtime.getRuntime().halt(9);");
        try (ExecutingRun executing = carded("wait", killed).executor("process").start()) {
            awaitProgress(executing);
            Files.createFile(folder.resolve("go"));
            assertThat(executing.await()).isEqualTo(RunState.FAILED);

            Task task = executing.run().step("work").task().orElseThrow();
            assertThat(task.card("default").orElseThrow().part("#1", Markdown.class))
                    .isEqualTo(Markdown.of("# Item 1"));
        }
    }

    @Test
    void ofTasksThatWereTakenOverAreThoseOfTheOtherRun() throws IOException {
        Run failed = carded("fail").executor("inline").run().run();
        Run resumed;
        try (ExecutingRun executing = runner(FLOW).executor("inline").resume(failed.id())) {
            executing.await();
            resumed = executing.run();
        }

        assertThat(resumed.step("work").tasks()).hasSize(2).allSatisfy(task -> {
            assertThat(task.origin()).contains(failed.id());
            assertThat(task.card("default")
                            .orElseThrow()
                            .part("progress", Progress.class)
                            .fraction())
                    .isEqualTo(1);
        });
        assertThat(texts(resumed.step("work").tasks().get(1).card("default").orElseThrow()))
                .containsExactly("# Item 2");
    }

    @Test
    void needNoFilesOfTheirOwn() throws IOException {
        Run run = carded("plain").executor("process").run().run();

        Path recorded = folder.resolve("store/flows/Carded/runs").resolve(run.id());
        assertThat(recorded).isDirectoryContaining("glob:**run.jsonl");
        try (var files = Files.list(recorded)) {
            assertThat(files).hasSizeLessThanOrEqualTo(3);
        }
        assertThat(Client.at(folder.resolve("store")).flowNamed("Carded").latestRun())
                .isPresent();
    }
}
