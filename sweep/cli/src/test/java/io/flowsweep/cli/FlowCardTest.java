package io.flowsweep.cli;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(600)
class FlowCardTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;
            import io.flowsweep.flow.card.*;
            import java.nio.file.*;
            import java.util.List;

            public class Carded extends FlowSpec {
                @Parameter String until = "";
                List<Integer> items;

                @Step(next = "work", foreach = "items")
                void start() {
                    items = List.of(1, 2);
                }

                @Step(next = "join")
                void work() throws InterruptedException {
                    current().card().append(Markdown.of("item " + input()));
                    current().card("extra").replace("progress", Progress.of(1, 4));
                    while (!until.isEmpty() && !Files.exists(Path.of(until))) {
                        Thread.sleep(5);
                    }
                    current().card().append(Markdown.of("the end of " + input()));
                }

                @Step(next = "end")
                void join(Inputs<Carded> inputs) {}

                @Step
                void end() {}
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Carded.java"), FLOW);
    }

    private Cli run(String... more) {
        List<String> words = new java.util.ArrayList<>(List.of(
                "flow", "run", folder.resolve("Carded.java").toString(), "--executor", "inline", "--max-workers", "1"));
        words.addAll(List.of("--store", folder.resolve("store").toString()));
        words.addAll(List.of(more));
        return Cli.run(words.toArray(String[]::new));
    }

    private Cli card(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of("flow", "card"));
        all.addAll(List.of(words));
        all.addAll(List.of("--store", folder.resolve("store").toString()));
        return Cli.run(all.toArray(String[]::new));
    }

    @Test
    void showsTheCardsOfAllTasksOfAStep() {
        String id = run().out().lines().findFirst().orElseThrow().replace("run ", "");

        Cli all = card("latest/work");
        assertThat(all.exit()).as(all.err()).isZero();
        assertThat(all.out()).containsSubsequence("item 1", "the end of 1", "1 of 4 · 25 %", "item 2");
        String task = all.out().lines().findFirst().orElseThrow().replaceAll("== (.*), card.*", "$1");
        assertThat(card(id + "/work/" + task, "--id", "default").out())
                .contains("item 1")
                .doesNotContain("25 %")
                .doesNotContain("item 2");
    }

    @Test
    void printsALineOfJsonForEach() {
        run();

        List<Map<String, Object>> lines = card("latest/work", "--json")
                .out()
                .lines()
                .map(Json::parseObject)
                .toList();
        assertThat(lines).extracting(line -> line.get("card")).containsExactly("default", "extra", "default", "extra");
        assertThat(lines.get(1))
                .containsEntry("step", "work")
                .containsEntry("state", "SUCCEEDED")
                .containsEntry("attempt", 0L)
                .containsEntry(
                        "parts", List.of(Map.of("name", "progress", "type", "Progress", "done", 1.0, "total", 4.0)))
                .containsKeys("task", "changedAt");
    }

    @Test
    void writesAPage() {
        run();
        Path page = folder.resolve("out/card.html");

        Cli cli = card("latest/work", "-o", page.toString());
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out().trim()).endsWith("card.html");
        assertThat(page)
                .content()
                .contains("the end of 1", "the end of 2", "25 %")
                .doesNotContain("refresh");
    }

    @Test
    void followsARunUntilItsEnd() throws Exception {
        Path go = folder.resolve("go");
        Path page = folder.resolve("card.html");
        CompletableFuture<Cli> run =
                CompletableFuture.supplyAsync(() -> run("--until", go.toString()), FlowCardTest::alone);
        await("a card", () -> card("latest/work").out().contains("item 1"));
        CompletableFuture<Cli> follow = CompletableFuture.supplyAsync(
                () -> card("latest/work", "-o", page.toString(), "--follow"), FlowCardTest::alone);
        await("the page", () -> Files.exists(page));
        assertThat(page).content().contains("item 1", "refresh").doesNotContain("the end of");
        Files.createFile(go);

        assertThat(run.join().exit()).isZero();
        assertThat(follow.join().exit()).isZero();
        assertThat(page).content().contains("the end of 2").doesNotContain("refresh");
    }

    /** The common pool has as many threads as the machine has processors, or one, and these two wait for each other. */
    private static void alone(Runnable work) {
        Thread thread = new Thread(work, "flow-card-test");
        thread.setDaemon(true);
        thread.start();
    }

    @ParameterizedTest
    @CsvSource({
        "latest/work/1/d/e, has too many parts",
        "nope/work, there is no run \"nope\"",
        "latest/wrok, Did you mean \"work\"?",
        "latest/work/work, the step work has no task \"work\"",
        "latest/join, nothing stands on a card of latest/join",
    })
    void saysWhatIsWrong(String path, String message) {
        run();

        Cli cli = card(path);
        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).startsWith("error: ").contains(message);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void namesTheCardsThereAre() {
        run();

        assertThat(card("latest/work", "--id", "exta").err())
                .contains("no task of latest/work has a card \"exta\". Did you mean \"extra\"?");
    }

    @Test
    void writesNoPageOfNothing() {
        run();
        Path page = folder.resolve("card.html");

        assertThat(card("latest/join", "-o", page.toString()).exit()).isEqualTo(2);
        assertThat(page).doesNotExist();
        assertThat(card("latest/work", "--json", "-o", page.toString()).exit()).isEqualTo(2);
        assertThat(card("latest/work", "--follow").exit()).isEqualTo(2);
    }
}
