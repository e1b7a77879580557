package io.flowsweep.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.events.RunEvent.CardChanged;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.HostLost;
import io.flowsweep.events.RunEvent.HostRequested;
import io.flowsweep.events.RunEvent.HostStarted;
import io.flowsweep.events.RunEvent.HostUsed;
import io.flowsweep.events.RunEvent.MetricReported;
import io.flowsweep.events.RunEvent.OwnerChanged;
import io.flowsweep.events.RunEvent.RunEnded;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvent.TagsChanged;
import io.flowsweep.events.RunEvent.TaskFailed;
import io.flowsweep.events.RunEvent.TaskSettled;
import io.flowsweep.events.RunEvent.TaskStarted;
import io.flowsweep.events.RunEvent.TaskSucceeded;
import io.flowsweep.events.RunEvent.TaskUsed;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.flow.TriggeredBy;
import io.flowsweep.flow.card.CardPart;
import io.flowsweep.flow.card.Markdown;
import io.flowsweep.plan.ArtifactPlan;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.plan.StepPlan;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines below are version 1 of the format. They do not change; a new version adds its own. */
class RunEventsTest {

    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

    private static final FlowPlan PLAN = FlowPlan.of("MatMul")
            .flowClass("demo.MatMul")
            .sourceDirectory(Optional.of("flows"))
            .digest("d1")
            .classPath(List.of("blob:ab"))
            .steps(List.of(StepPlan.of("start", List.of("end"), List.of())))
            .artifacts(List.of(new ArtifactPlan("perf", "Double", "json")))
            .configs(List.of(
                    new ConfigPlan("config", "config", Map.of("cpu", 2L), "base.conf", Map.of("cpu", "base.conf:3"))))
            .parameters(List.of(new ParameterPlan("seconds", "int", Optional.of(5L), "how long")))
            .resources(new ResourcePlan(2, Optional.of(1024L), 1, Map.of("licence", 1)))
            .project(Optional.of("torchperf"))
            .build();

    private static final RunSettings SETTINGS = new RunSettings(
            2,
            100,
            false,
            Optional.of(new RunSettings.Origin("r0", Optional.empty())),
            new Surroundings(
                    Map.of("TOKEN", Optional.empty()),
                    Optional.of("/tmp"),
                    Optional.of(new JvmSettings(Optional.of("/jdk"), List.of("-Xint"))),
                    Optional.of(new PythonSettings(
                            Optional.of("3.11"), List.of("numpy==2.1.3"), List.of(), Map.of(), List.of()))),
            Map.of("licence", 2),
            Optional.empty());

    private static final RunSettings TRIGGERED = new RunSettings(
            1,
            2,
            true,
            Optional.empty(),
            Surroundings.NONE,
            Map.of(),
            Optional.of(new TriggeredBy(
                    "d", 2, Optional.of(AT), List.of(new TriggerEvent("go", "1", AT, Map.of("n", 1L))))));

    private static final String PLAN_JSON =
            "{\"flow\":\"MatMul\",\"flowClass\":\"demo.MatMul\",\"sourceDirectory\":\"flows\","
                    + "\"digest\":\"d1\",\"classPath\":[\"blob:ab\"],"
                    + "\"steps\":[{\"name\":\"start\",\"join\":false,\"next\":[\"end\"],\"previous\":[],"
                    + "\"rules\":{\"retries\":0,\"retryDelay\":\"PT0S\",\"backoff\":1.0,\"caught\":false,\"environment\":{}}}],"
                    + "\"artifacts\":[{\"name\":\"perf\",\"type\":\"Double\",\"codec\":\"json\"}],"
                    + "\"configs\":[{\"name\":\"config\",\"field\":\"config\",\"value\":{\"cpu\":2},\"source\":\"base.conf\",\"places\":{\"cpu\":\"base.conf:3\"}}],"
                    + "\"parameters\":[{\"name\":\"seconds\",\"type\":\"int\",\"value\":5,\"help\":\"how long\"}],"
                    + "\"resources\":{\"cpu\":2,\"memoryBytes\":1024,\"gpu\":1,\"pools\":{\"licence\":1}},\"project\":\"torchperf\",\"warnings\":[]}";

    private static final String HEAD = "{\"v\":1,\"event\":\"%s\",\"at\":\"2026-11-24T10:00:00Z\"";

    record Line(RunEvent event, String text) {}

    static Stream<Line> lines() {
        Failure failure =
                new Failure("IllegalStateException", "no data", Optional.of("A.b (A.java:1)"), Optional.empty());
        return Stream.of(
                new Line(
                        new RunRequested(AT, "r1", new Owner(7, AT, "box"), List.of("demo"), SETTINGS, PLAN),
                        HEAD.formatted("RunRequested")
                                + ",\"run\":\"r1\",\"owner\":{\"pid\":7,\"started\":\"2026-11-24T10:00:00Z\","
                                + "\"machine\":\"box\"},\"tags\":[\"demo\"],\"settings\":{\"maxWorkers\":2,\"maxSplits\":100,\"keepGoing\":false,"
                                + "\"origin\":{\"run\":\"r0\"},\"surroundings\":{\"environment\":{\"TOKEN\":null},"
                                + "\"workingDirectory\":\"/tmp\",\"jvm\":{\"home\":\"/jdk\",\"options\":[\"-Xint\"]},"
                                + "\"python\":{\"python\":\"3.11\",\"requirements\":[\"numpy==2.1.3\"],\"constraints\":[],"
                                + "\"local\":{},\"installed\":[]}},\"pools\":{\"licence\":2}},\"plan\":"
                                + PLAN_JSON
                                + "}"),
                new Line(
                        new RunRequested(AT, "r1", new Owner(7, AT, "box"), List.of(), TRIGGERED, PLAN),
                        HEAD.formatted("RunRequested")
                                + ",\"run\":\"r1\",\"owner\":{\"pid\":7,\"started\":\"2026-11-24T10:00:00Z\","
                                + "\"machine\":\"box\"},\"tags\":[],\"settings\":{\"maxWorkers\":1,\"maxSplits\":2,\"keepGoing\":true,"
                                + "\"surroundings\":{\"environment\":{}},\"pools\":{},"
                                + "\"trigger\":{\"deployment\":\"d\",\"version\":2,\"planned\":\"2026-11-24T10:00:00Z\","
                                + "\"events\":[{\"name\":\"go\",\"id\":\"1\",\"at\":\"2026-11-24T10:00:00Z\",\"payload\":{\"n\":1}}]}},"
                                + "\"plan\":"
                                + PLAN_JSON
                                + "}"),
                new Line(
                        new HostRequested(AT, 1, "process", "k"),
                        HEAD.formatted("HostRequested") + ",\"host\":1,\"executor\":\"process\",\"key\":\"k\"}"),
                new Line(
                        new OwnerChanged(AT, new Owner(7, AT, "vm")),
                        HEAD.formatted("OwnerChanged")
                                + ",\"owner\":{\"pid\":7,\"started\":\"2026-11-24T10:00:00Z\",\"machine\":\"vm\"}}"),
                new Line(
                        new HostLost(AT, 1, Failure.of("killed", "why")),
                        HEAD.formatted("HostLost")
                                + ",\"host\":1,\"failure\":{\"kind\":\"killed\",\"message\":\"why\"}}"),
                new Line(
                        new RunEnded(AT, RunState.FAILED, Optional.of(failure)),
                        HEAD.formatted("RunEnded")
                                + ",\"state\":\"FAILED\",\"failure\":{\"kind\":\"IllegalStateException\","
                                + "\"message\":\"no data\",\"where\":\"A.b (A.java:1)\"}}"),
                new Line(
                        new TagsChanged(AT, List.of("a"), List.of()),
                        HEAD.formatted("TagsChanged") + ",\"added\":[\"a\"],\"removed\":[]}"),
                new Line(
                        new HostStarted(AT, 12, "17.0.1"),
                        HEAD.formatted("HostStarted") + ",\"pid\":12,\"java\":\"17.0.1\"}"),
                new Line(
                        new TaskStarted(AT, "start-1", "start", "start", 0),
                        HEAD.formatted("TaskStarted")
                                + ",\"task\":\"start-1\",\"key\":\"start\",\"step\":\"start\",\"attempt\":0}"),
                new Line(
                        new MetricReported(AT, "start-1", "loss", 2, Double.NaN),
                        HEAD.formatted("MetricReported")
                                + ",\"task\":\"start-1\",\"metric\":\"loss\",\"step\":2.0,\"value\":\"NaN\"}"),
                new Line(
                        new CardChanged(
                                AT,
                                "start-1",
                                0,
                                "default",
                                true,
                                List.of(
                                        new Artifact(
                                                "#1",
                                                "json",
                                                Optional.of(ValueCodec.encode(CardPart.class, Markdown.of("# A"))),
                                                Optional.empty()),
                                        new Artifact("plot", "json", Optional.empty(), Optional.of("ab")))),
                        HEAD.formatted("CardChanged") + ",\"task\":\"start-1\",\"attempt\":0,\"card\":\"default\","
                                + "\"cleared\":true,\"parts\":[{\"name\":\"#1\",\"codec\":\"json\","
                                + "\"value\":{\"type\":\"Markdown\",\"text\":\"# A\"}},"
                                + "{\"name\":\"plot\",\"codec\":\"json\",\"blob\":\"ab\"}]}"),
                new Line(
                        new TaskSucceeded(
                                AT,
                                "start-1",
                                "start",
                                1,
                                List.of(new Artifact("perf", "json", Optional.of(1.5), Optional.empty()))),
                        HEAD.formatted("TaskSucceeded") + ",\"task\":\"start-1\",\"step\":\"start\","
                                + "\"attempt\":1,\"artifacts\":[{\"name\":\"perf\",\"codec\":\"json\",\"value\":1.5}]}"),
                new Line(
                        new TaskFailed(AT, "start-1", "start", 2, Failure.of("exit", "bye")),
                        HEAD.formatted("TaskFailed")
                                + ",\"task\":\"start-1\",\"step\":\"start\",\"attempt\":2,\"failure\":{\"kind\":\"exit\",\"message\":\"bye\"}}"),
                new Line(
                        new TaskSettled(AT, "b-3", "b[start:1]", "b", List.of(), Optional.of("r0")),
                        HEAD.formatted("TaskSettled")
                                + ",\"task\":\"b-3\",\"key\":\"b[start:1]\",\"step\":\"b\",\"artifacts\":[],\"origin\":\"r0\"}"),
                new Line(
                        new HostUsed(AT, 1, new ResourceUsage(1 << 20, 0.25, 1.5)),
                        HEAD.formatted("HostUsed") + ",\"host\":1,\"usage\":{\"peakMemoryBytes\":1048576,"
                                + "\"cpuSeconds\":0.25,\"wallSeconds\":1.5}}"),
                new Line(
                        new TaskUsed(AT, "start-1", 2, new ResourceUsage(5, 0, 1)),
                        HEAD.formatted("TaskUsed") + ",\"task\":\"start-1\",\"attempt\":2,\"usage\":"
                                + "{\"peakMemoryBytes\":5,\"cpuSeconds\":0.0,\"wallSeconds\":1.0}}"),
                new Line(
                        new HostEnded(AT, RunState.SUCCEEDED, Optional.empty()),
                        HEAD.formatted("HostEnded") + ",\"state\":\"SUCCEEDED\"}"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void eachKindHasOneForm(Line line) {
        assertThat(RunEvents.toLine(line.event())).isEqualTo(line.text());
        assertThat(RunEvents.parse(line.text())).contains(line.event());
    }

    @Test
    void everyKindIsCovered() {
        assertThat(lines().map(l -> l.event().getClass()).distinct())
                .hasSize(RunEvent.class.getPermittedSubclasses().length);
    }

    @Test
    void whatALaterVersionWritesIsSkipped() {
        assertThat(RunEvents.parse("{\"v\":1,\"event\":\"NewThing\",\"at\":\"2026-11-24T10:00:00Z\"}"))
                .isEmpty();
        assertThat(RunEvents.parse("{\"v\":2,\"event\":\"HostStarted\"}")).isEmpty();
    }

    /** The request and what hosts write most pass by the general codec, for speed; nobody is to see that. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @SuppressWarnings("unchecked")
    void everyKindOfEventHasTheFormOfTheGeneralCodec(long seed) {
        RandomRecords random = new RandomRecords(seed);
        for (int i = 0; i < 50; i++) {
            for (Class<?> kind : RunEvent.class.getPermittedSubclasses()) {
                RunEvent event = (RunEvent) random.next(kind.asSubclass(Record.class));
                Map<String, Object> plain = new LinkedHashMap<>();
                plain.put("v", 1L);
                plain.put("event", kind.getSimpleName());
                plain.putAll((Map<String, Object>) ValueCodec.encode(kind, event));

                String line = RunEvents.toLine(event);

                assertThat(line).as("seed %d", seed).isEqualTo(Json.write(plain));
                assertThat(RunEvents.parse(line)).as("seed %d", seed).contains(event);
            }
        }
    }

    @Test
    void aRequestThatIsNoneNamesThePartThatIsWrong() {
        String line =
                RunEvents.toLine(new RunRequested(AT, "r1", new Owner(7, AT, "box"), List.of("demo"), SETTINGS, PLAN));

        assertThatThrownBy(() -> RunEvents.parse(line.replace("\"maxWorkers\":2", "\"maxWorkers\":\"two\"")))
                .hasMessage("settings.maxWorkers: expected a whole number, got the text \"two\"");
        assertThatThrownBy(() -> RunEvents.parse(line.replace("\"digest\"", "\"other\"")))
                .hasMessage("plan.digest: is missing");
        assertThatThrownBy(() -> RunEvents.parse(line.replace("[\"demo\"]", "[[]]")))
                .hasMessage("tags.[0]: expected text, got a list");
    }
}
