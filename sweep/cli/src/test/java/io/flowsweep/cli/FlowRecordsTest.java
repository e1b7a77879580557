package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code flow list}, {@code logs}, {@code dump}, {@code tag} and {@code show} on runs that were made by {@code flow run}. */
@Timeout(600)
class FlowRecordsTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;
            import java.util.List;

            public class Talk extends FlowSpec {
                @Parameter int count = 2;
                List<Integer> numbers;
                String word;
                String apiToken;
                double[] values;

                @Step(next = "speak", foreach = "numbers")
                void start() {
                    if (count == 0) { throw new IllegalStateException("nothing to say"); }
                    numbers = java.util.stream.IntStream.range(0, count).boxed().toList();
                    System.out.println("begins");
                }

                @Step(next = "join")
                void speak() {
                    word = "word " + index();
                    apiToken = "s3cr3t";
                    System.out.println("says " + word);
                    System.err.println("warns " + word);
                }

                @Step(next = "end")
                void join(Inputs<Talk> inputs) { values = new double[] {1.5, 2}; }

                @Step
                void end() {}
            }
            """;

    @TempDir
    static Path folder;

    private static String good;
    private static String bad;

    @BeforeAll
    static void run() throws IOException {
        Path file = Files.writeString(folder.resolve("Talk.java"), FLOW);
        good = id(flow("run", file.toString(), "--executor", "inline", "--json", "--tag", "nice"));
        bad = id(flow("run", file.toString(), "--executor", "inline", "--json", "--count", "0"));
    }

    private static Cli flow(String... words) {
        List<String> all = new ArrayList<>(List.of("flow"));
        all.addAll(List.of(words));
        all.addAll(List.of("--store", folder.resolve("store").toString()));
        return Cli.run(all.toArray(String[]::new));
    }

    private static String id(Cli cli) {
        assertThat(cli.err()).isEmpty();
        return (String)
                Json.parseObject(cli.out().lines().findFirst().orElseThrow()).get("run");
    }

    private static List<Map<String, Object>> json(Cli cli) {
        assertThat(cli.exit()).as(cli.err()).isZero();
        return cli.out().lines().map(Json::parseObject).toList();
    }

    @Test
    void runWithJsonTellsStartLogAndEnd() {
        Cli cli = flow("run", folder.resolve("Talk.java").toString(), "--executor", "inline", "--json");
        List<Map<String, Object>> lines = json(cli);

        assertThat(lines)
                .extracting(line -> line.get("event"))
                .startsWith("started", "printed")
                .endsWith("ended");
        assertThat(lines)
                .contains(Map.of("event", "printed", "task", "speak-1", "stream", "stdout", "text", "says word 0"));
        assertThat(lines.get(lines.size() - 1))
                .containsEntry("state", "SUCCEEDED")
                .containsEntry("artifacts", Map.of("values", List.of(1.5, 2.0)));
    }

    @Test
    void listShowsFlowsAndRuns() {
        assertThat(flow("list").out()).contains("Talk").contains("latest");
        assertThat(json(flow("list", "--json")))
                .extracting(line -> line.get("flow"))
                .containsExactly("Talk");

        assertThat(flow("list", "Talk").out()).contains(good, bad, "failed", "IllegalState");
        assertThat(json(flow("list", "Talk", "--json", "--state", "FAILED")))
                .extracting(line -> line.get("run"))
                .containsExactly(bad);
        assertThat(json(flow("list", "--json", "--tag", "nice")))
                .extracting(line -> line.get("run"))
                .containsExactly(good);
        assertThat(json(flow("list", "Talk", "--json", "--until", "1d"))).isEmpty();
        assertThat(json(flow("list", "Talk", "--json", "--since", "1d", "--state", "FAILED,SUCCEEDED", "-n", "1")))
                .hasSize(1);
        assertThat(flow("list", "Talk", "-n", "1").out()).contains("and more");
    }

    @Test
    void logsAreOfARunAStepOrATask() {
        assertThat(flow("logs", good).out().lines()).startsWith("begins").hasSize(5);
        assertThat(flow("logs", "Talk/" + good + "/speak", "--stderr").out().lines())
                .containsExactlyInAnyOrder("warns word 0", "warns word 1");
        assertThat(flow("logs", good + "/speak/2").out().lines()).containsExactly("says word 1", "warns word 1");
        assertThat(flow("logs", good + "/speak/speak-1", "--stdout", "--follow")
                        .out()
                        .lines())
                .containsExactly("says word 0");
        assertThat(json(flow("logs", good + "/start", "--json")))
                .containsExactly(Map.of("task", "start-1", "stream", "stdout", "text", "begins"));
    }

    @Test
    void dumpShowsNoSecret() {
        assertThat(flow("dump", good + "/speak/2").out())
                .contains("apiToken = \"***\"")
                .doesNotContain("s3cr3t");
        assertThat(flow("dump", good + "/speak/2", "--json").out())
                .contains("\"apiToken\":\"***\"")
                .doesNotContain("s3cr3t");
    }

    @Test
    void dumpShowsArtifacts() {
        assertThat(flow("dump", good).out()).isEqualToIgnoringNewLines("values = [1.5,2.0]");
        assertThat(flow("dump", good + "/speak", "word").out().lines())
                .containsExactlyInAnyOrder("speak-1.word = \"word 0\"", "speak-2.word = \"word 1\"");
        assertThat(json(flow("dump", good + "/speak/2", "word", "--json")))
                .containsExactly(
                        Map.of("run", good, "step", "speak", "task", "speak-2", "artifacts", Map.of("word", "word 1")));
    }

    @Test
    void tagsAreAddedRemovedAndListed() {
        assertThat(flow("tag", "add", bad, "seen", "odd").out().lines()).containsExactly("seen", "odd");
        assertThat(flow("tag", "remove", bad, "odd").out().lines()).containsExactly("seen");
        assertThat(flow("tag", "list", bad, "--json").out().trim()).isEqualTo("[\"seen\"]");
        assertThat(flow("tag", "add", bad, " ").exit()).isEqualTo(2);
    }

    @Test
    void showDrawsTheGraphAndGivesThePlan() {
        Path file = folder.resolve("Talk.java");
        Path svg = folder.resolve("pictures/talk.svg");
        Path png = folder.resolve("pictures/talk.png");

        Cli cli = flow("show", file.toString(), "--svg", svg.toString(), "--png", png.toString());

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("  start  (foreach over numbers)\n  └─ each: speak\n  join  (join of start)\n  end");
        assertThat(svg).content().startsWith("<svg").contains("each of numbers");
        assertThat(png).isNotEmptyFile();
        assertThat(json(flow("show", file.toString(), "--json")))
                .singleElement()
                .satisfies(plan -> assertThat(plan)
                        .containsEntry("flow", "Talk")
                        .containsKeys("steps", "artifacts", "parameters"));
        assertThat(json(flow("check", file.toString(), "--json"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "logs nothing | there is no run \"nothing\"",
                "logs latest/spaek | Did you mean \"speak\"",
                "dump latest/speak/9 | has no task \"9\"",
                "dump latest wrod | Did you mean \"word\"",
                "list Tolk | Did you mean \"Talk\"",
                "list --since yesterday | --since takes a date",
                "list --state DONE | DONE",
                "logs latest/a/b/c | too many parts"
            })
    void whatDoesNotExistIsRefusedWithTheCure(String words, String message) {
        Cli cli = flow(words.split(" "));

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void aFlowOfAnotherKindThatHasNoRunsIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("never.py"), """
                from metaflow import FlowSpec, step
                class Never(FlowSpec):
                    @step
                    def start(self):
                        self.next(self.end)
                    @step
                    def end(self):
                        pass
                if __name__ == "__main__":
                    Never()
                """);

        Cli cli = flow("resume", file.toString(), "latest");

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("the flow Never has no runs");
    }
}
