package io.flowsweep.metaflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flowsweep.client.LogLine;
import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.client.TaskCard;
import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.card.Chart;
import io.flowsweep.flow.card.Image;
import io.flowsweep.flow.card.Markdown;
import io.flowsweep.flow.card.Progress;
import io.flowsweep.flow.card.Table;
import io.flowsweep.metaflow.datastore.MetaflowArtifact;
import io.flowsweep.metaflow.datastore.MetaflowDatastore;
import io.flowsweep.metaflow.datastore.MetaflowTask;
import io.flowsweep.metaflow.testing.Python;
import io.flowsweep.runner.Runner;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One run of the real Metaflow with nearly everything in it, as our Client and as the datastore show it. */
@Timeout(600)
class RealRunTest {

    private static final String FLOW = """
            import collections
            import decimal

            import helper
            from helper import Array, Odd, twice
            from metaflow import Config, FlowSpec, IncludeFile, JSONType, Parameter, card, current, retry, step
            from metaflow.cards import Image, Markdown, ProgressBar, Table, VegaChart

            Pair = collections.namedtuple("Pair", "a b")


            class Everything(FlowSpec):
                settings = Config("config")
                query = Config("sql", plain=True, default_value="select 0")
                rate = Parameter("rate", type=float)
                flag = Parameter("flag", default=False)
                extra = Parameter("extra", type=JSONType, default="{}")
                names = Parameter("names", separator=",", default="a")
                text = IncludeFile("text", default="text.txt")
                untouched = Parameter("untouched", default=7)

                @step
                def start(self):
                    self.items = [1, 2]
                    self.next(self.work, foreach="items")

                @retry(times=1)
                @step
                def work(self):
                    print("attempt", current.retry_count, "of", self.input)
                    if self.input == 2 and current.retry_count == 0:
                        raise ValueError("not yet")
                    self.doubled = twice(self.input)
                    self.next(self.join)

                @step
                def join(self, inputs):
                    self.all = sorted(i.doubled for i in inputs)
                    self.plain = {"list": [1, 2.5, None, True], "set": {3}, "tuple": (1, "a"), 5: "five"}
                    self.data = b"abc"
                    self.big = 2**80
                    self.long = list(range(30000))
                    self.price = decimal.Decimal("1.5")
                    self.pair = Pair(1, 2)
                    self.odd = Odd()
                    self.array = Array()
                    self.next(self.end)

                @card(timeout=600)
                @card(type="blank", id="summary", timeout=600)
                @step
                def end(self):
                    summary = current.card["summary"]
                    summary.append(Markdown("the sum is " + str(sum(self.all))))
                    summary.append(Table([["a", 1], [Markdown("b"), 2.5]], headers=["name", "value"]))
                    progress = ProgressBar(max=10, label="epochs")
                    progress.update(3)
                    summary.append(progress)
                    summary.append(VegaChart(helper.losses([0.5, 0.25])))
                    summary.append(Image(helper.DOT, label="a dot"))
                    print("config says", self.settings.deep.x, "and", self.query)
                    print("flowsweep final=3.5")


            if __name__ == "__main__":
                Everything()
            """;

    private static final String HELPER = """
            import base64

            DOT = base64.b64decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")


            class Odd:
                pass


            class Array:
                def tolist(self):
                    return [1.5, 2.5]


            def twice(x):
                return 2 * x


            def losses(values):
                points = [{"epoch": i, "loss": loss} for i, loss in enumerate(values, 1)]
                return {
                    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
                    "mark": "line",
                    "data": {"values": points},
                    "encoding": {
                        "x": {"field": "epoch", "type": "quantitative"},
                        "y": {"field": "loss", "type": "quantitative"},
                    },
                }
            """;

    @TempDir
    private static Path folder;

    private static Run run;
    private static MetaflowDatastore datastore;
    private static String metaflowId;

    @BeforeAll
    static void runIt() throws IOException {
        Path path = Python.withMetaflow().command().getParent();
        Files.writeString(folder.resolve("flow.py"), FLOW);
        Files.writeString(folder.resolve("helper.py"), HELPER);
        Files.writeString(folder.resolve("text.txt"), "hello");
        run = Runner.of(folder.resolve("flow.py"))
                .store(folder.resolve("store"))
                .env("PATH", path + ":" + System.getenv("PATH"))
                .config("config", Map.of("deep", Map.of("x", 0.25)))
                .config("sql", "select 1")
                .parameter("rate", -0.5)
                .parameter("flag", true)
                .parameter("extra", Map.of("a", List.of(1)))
                .parameter("names", List.of("b", "c"))
                .tag("demo", "with blank")
                .run()
                .run();
        assertThat(run.failure()).isEmpty();
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        String home = folder.resolve("store/metaflow").toString();
        datastore = MetaflowDatastore.below(Path.of(home), Path.of(home, ".metaflow"));
        metaflowId = Files.readString(Path.of(home, "runs", "Everything." + run.id()))
                .strip();
    }

    @Test
    void configsAndParametersReachTheFlow() {
        assertThat(run.data().values())
                .containsEntry("settings", Map.of("deep", Map.of("x", 0.25)))
                .containsEntry("query", "select 1")
                .containsEntry("rate", -0.5)
                .containsEntry("flag", true)
                .containsEntry("extra", Map.of("a", List.of(1L)))
                .containsEntry("names", List.of("b", "c"))
                .containsEntry("untouched", 7L);
        assertThat(run.configs()).isEqualTo(Map.of("config", Map.of("deep", Map.of("x", 0.25)), "sql", "select 1"));
        assertThat(run.data().get("text", String.class)).isEqualTo("hello");
        assertThat(run.parameterFile("text")).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        assertThat(run.log()).anyMatch(line -> line.endsWith("config says 0.25 and select 1"));
    }

    @Test
    void plainArtifactsAreReadWithoutPython() {
        assertThat(run.data().values())
                .containsEntry("all", List.of(2L, 4L))
                .containsEntry("data", "YWJj")
                .containsEntry("final", 3.5)
                .containsEntry("big", new BigInteger("1208925819614629174706176"))
                .containsEntry(
                        "plain",
                        Map.of(
                                "list", Arrays.asList(1L, 2.5, null, true),
                                "set", List.of(3L),
                                "tuple", List.of(1L, "a"),
                                "5", "five"));
        assertThat((List<?>) run.data().find("long").orElseThrow()).hasSize(30000);
    }

    @Test
    void othersAreReadByTheRunsPythonOrNameTheirType() {
        assertThat(run.data().get("price", double.class)).isEqualTo(1.5);
        assertThat(run.data().find("pair")).contains(Map.of("a", 1L, "b", 2L));
        assertThat(run.data().find("array")).contains(List.of(1.5, 2.5)); // as numpy's arrays and numbers do
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> run.data().find("odd"))
                .withMessageContaining("odd")
                .withMessageContaining("helper.Odd");
    }

    @Test
    void tasksHaveTheirAttemptsLogsAndArtifacts() {
        List<Task> work = run.step("work").tasks();
        assertThat(work).hasSize(2).allMatch(task -> task.state() == RunState.SUCCEEDED);
        Task second =
                work.stream().filter(task -> task.attempt() == 1).findFirst().orElseThrow();
        assertThat(second.failures()).hasSize(1);
        assertThat(second.failures().get(0).summary()).contains("ValueError: not yet, in work (flow.py:");
        assertThat(second.printed().map(LogLine::text)).contains("attempt 0 of 2", "attempt 1 of 2");
        assertThat(second.data().get("doubled", int.class)).isEqualTo(4);
    }

    @Test
    void cardsSayWhatThePageOfMetaflowSays() {
        TaskCard card = run.step("end").task().orElseThrow().card("summary").orElseThrow();
        assertThat(card.part("#1", Markdown.class).text()).isEqualTo("the sum is 6");
        assertThat(card.part("#2", Table.class))
                .isEqualTo(Table.of("name", "value").row("a", 1).row("b", 2.5));
        assertThat(card.part("#3", Progress.class)).isEqualTo(Progress.of(3, 10).label("epochs"));
        assertThat(card.part("#4", Chart.class).data().rows()).containsExactly(List.of(1L, 0.5), List.of(2L, 0.25));
        assertThat(card.part("#5", Image.class).caption()).contains("a dot");
        String page = card.part("#6", Markdown.class).text();
        assertThat(Path.of(page.substring(page.indexOf('`') + 1, page.lastIndexOf('`'))))
                .exists()
                .hasExtension("html");
    }

    @Test
    void theDefaultCardListsArtifacts() {
        TaskCard card = run.step("end").task().orElseThrow().card("default").orElseThrow();
        assertThat(card.parts().values())
                .filteredOn(Table.class::isInstance)
                .anySatisfy(table -> assertThat(((Table) table).rows()).contains(List.of("all", "list", "[2, 4]")));
    }

    @Test
    void theGraphIsThatOfTheFile() {
        assertThat(run.plan().steps())
                .extracting(step -> step.name() + step.next())
                .containsExactly("start[work]", "work[join]", "join[end]", "end[]");
    }

    @Test
    void metaflowHasTheTagsOnItsOwnRecord() throws IOException {
        Path record = datastore.folder().resolve("Everything/" + metaflowId + "/_meta/_self.json");

        assertThat((List<?>) Json.parseObject(Files.readString(record)).get("tags"))
                .anyMatch("demo"::equals)
                .anyMatch("with blank"::equals);
    }

    @Test
    void theDatastoreIsReadAsMetaflowReadsIt() {
        String id = run.step("end").task().orElseThrow().id().replace("end-", "");
        MetaflowTask end = datastore.task("Everything", metaflowId, "end", id);

        assertThat(end.attempt()).isZero();
        assertThat(end.stdout(0)).anyMatch(line -> line.text().startsWith("config says"));
        assertThat(end.artifacts())
                .extracting(MetaflowArtifact::name)
                .contains("settings", "rate", "untouched")
                .noneMatch(name -> name.startsWith("_"));
        assertThat(end.artifacts())
                .filteredOn(artifact -> artifact.name().equals("odd"))
                .extracting(MetaflowArtifact::type)
                .containsExactly("helper.Odd");
        assertThat(end.returnCode(0)).contains(0L);
    }
}
