package io.flowsweep.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.MemorySize;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.planner.config.ConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a parameter may be, what it is given, and what it is when nothing is given. */
class ParametersTest {

    @TempDir
    Path folder;

    private FlowPlan plan(Class<?> flow, Map<String, ?> parameters) {
        FlowPackage code = new FlowPackage("d", List.of(), Optional.of(folder.resolve("Flow.java")));
        return FlowPlanner.of(flow, code).plan(Map.of(), parameters);
    }

    private static Map<String, Object> values(FlowPlan plan) {
        return plan.parameters().stream()
                .filter(p -> p.value().isPresent())
                .collect(Collectors.toMap(ParameterPlan::name, p -> p.value().get()));
    }

    private List<Problem> refusal(Class<?> flow, Map<String, ?> parameters) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, () -> plan(flow, parameters));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.problems();
    }

    private abstract static class TwoSteps extends FlowSpec {
        @Step(next = "end")
        void start() {}

        @Step
        void end() {}
    }

    enum Mode {
        QUICK,
        THOROUGH
    }

    record Layer(int size, Optional<Mode> mode) {}

    sealed interface Shape permits Circle, Square {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    static class Typed extends TwoSteps {
        @Parameter
        long count;

        @Parameter(min = 0, max = 1)
        double rate = 0.5;

        @Parameter
        boolean fast;

        @Parameter
        String name;

        @Parameter
        Mode mode;

        @Parameter
        LocalDate day;

        @Parameter
        Duration limit;

        @Parameter
        MemorySize cache;

        @Parameter
        Layer layer;

        @Parameter
        List<Layer> layers = List.of(new Layer(1, Optional.of(Mode.QUICK)));

        @Parameter
        Map<Mode, Integer> seeds;

        @Parameter
        Set<String> tags;

        @Parameter
        Optional<Integer> most = Optional.empty();

        @Parameter
        Shape shape;

        @Parameter
        Path data;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count | 12 | 12",
                "rate | 0.25 | 0.25",
                "fast | True | true",
                "name | 1.10 | 1.10",
                "mode | quick | QUICK",
                "day | 2026-01-31 | 2026-01-31",
                "limit | 90s | PT1M30S",
                "cache | 2GiB | 2GiB",
                "layer | {\"size\": 3} | {size=3}",
                "layer | size = 3, mode = quick | x",
                "layers | [{size: 3, mode: quick}] | [{size=3, mode=QUICK}]",
                "seeds | { quick: 1 } | {QUICK=1}",
                "tags | [a, b] | [a, b]",
                "most | 3 | 3",
                "shape | { type: Circle, radius: 2 } | {type=Circle, radius=2.0}"
            })
    void isReadFromText(String name, String text, String expected) {
        if (expected.equals("x")) {
            assertThat(refusal(Typed.class, Map.of(name, text))).hasSize(1);
        } else {
            assertThat(values(plan(Typed.class, Map.of(name, text))).get(name)).hasToString(expected);
        }
    }

    @Test
    void mayBeGivenTypedOrPlain() {
        Map<String, Object> given = Map.of(
                "count", 3,
                "layers", List.of(new Layer(2, Optional.empty()), Map.of("size", 3, "mode", "quick")),
                "seeds", Map.of(Mode.QUICK, 1),
                "shape", new Square(2),
                "limit", Duration.ofSeconds(2),
                "cache", MemorySize.parse("1GB"),
                "most", Optional.of(4));

        assertThat(values(plan(Typed.class, given)))
                .containsEntry("count", 3L)
                .containsEntry("layers", List.of(Map.of("size", 2L), Map.of("size", 3L, "mode", "QUICK")))
                .containsEntry("seeds", Map.of("QUICK", 1L))
                .containsEntry("shape", Map.of("type", "Square", "side", 2.0))
                .containsEntry("limit", "PT2S")
                .containsEntry("cache", "1GB")
                .containsEntry("most", 4L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count | 1.5 | expected a whole number, got the number 1.5",
                "count | many | expected a whole number, got the text \"many\"",
                "count | 99999999999999999999 | expected a whole number",
                "rate | 2 | must be at least 0 and at most 1, but got 2",
                "fast | maybe | expected true or false",
                "mode | fast | expected one of quick, thorough, got \"fast\"",
                "day | tomorrow | expected a date such as 2026-01-31, got \"tomorrow\"",
                "limit | soon | expected a duration",
                "cache | much | memory \"much\" is no amount",
                "layer | {size: x} | size: expected a whole number",
                "layers | [1 | not valid HOCON",
                "data | nowhere.csv | there is no file"
            })
    void isRefusedWithItsName(String name, String text, String what) {
        assertThat(refusal(Typed.class, Map.of(name, text)))
                .singleElement()
                .satisfies(p -> assertThat(p.what())
                        .startsWith("the parameter \"" + name + "\": ")
                        .contains(what));
    }

    @Test
    void isKnownInEverySpellingButOnce() {
        assertThat(values(plan(Spelled.class, Map.of("learning-rate", "2")))).containsEntry("learningRate", 2L);
        assertThat(refusal(Spelled.class, Map.of("learning-rate", "2", "learningRate", 3)))
                .extracting(Problem::what)
                .singleElement()
                .asString()
                .startsWith("the parameter \"learningRate\" is given twice");
        assertThat(refusal(Spelled.class, Map.of("lerning_rate", "2")))
                .extracting(Problem::cure)
                .containsExactly("Did you mean \"learningRate\"?");
    }

    static class Spelled extends TwoSteps {
        @Parameter
        int learningRate;
    }

    static class WithDefaults extends TwoSteps {
        record Settings(int dim, String name) {}

        @FlowConfig(defaultValue = "dim = 8, name = n")
        Settings config;

        @Parameter(defaultValue = "${config.dim}")
        int size;

        @Parameter
        String title = "run ${config.name}";

        @Parameter(defaultMethod = "twice")
        int twice;

        @Parameter(defaultValue = "data.csv")
        Path data;

        private int twice() {
            if (config.dim() > 100) {
                throw new IllegalStateException("too large");
            }
            return 2 * config.dim();
        }
    }

    @Test
    void hasADefaultFromConfigsTextOrMethod() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,b");

        assertThat(values(plan(WithDefaults.class, Map.of())))
                .containsEntry("size", 8L)
                .containsEntry("title", "run n")
                .containsEntry("twice", 16L)
                .containsEntry("data", folder.resolve("data.csv").toString());
        assertThat(values(plan(WithDefaults.class, Map.of("twice", 1)))).containsEntry("twice", 1L);
    }

    @Test
    void whoseDefaultFailsIsRefusedWithTheMethod() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,b");
        FlowPackage code = new FlowPackage("d", List.of(), Optional.of(folder.resolve("Flow.java")));

        assertThat(catchThrowableOfType(
                        InvalidInputException.class,
                        () -> FlowPlanner.of(WithDefaults.class, code)
                                .plan(Map.of("config", new ConfigSource.Text("dim = 101, name = n", "t")), Map.of())))
                .hasMessage("WithDefaults.twice(): the parameter \"twice\": its default failed:"
                        + " java.lang.IllegalStateException: too large");
    }

    static class Wrong extends TwoSteps {
        @Parameter
        Thread worker;

        @Parameter
        double[] array;

        @Parameter
        int maxWorkers;

        @Parameter(defaultMethod = "nowhere")
        int method;

        @Parameter(required = true, defaultValue = "1")
        int both;

        @Parameter(max = 1)
        String text;

        @Parameter
        int a_b;

        @Parameter
        int aB;
    }

    @Test
    void isCheckedBeforeAnythingRuns() {
        assertThat(refusal(Wrong.class, Map.of()))
                .extracting(Problem::toString)
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p).startsWith("Wrong.worker: a parameter cannot be of type Thread"),
                        p -> assertThat(p).startsWith("Wrong.array: a parameter cannot be of type double[]"),
                        p -> assertThat(p).contains("cannot be named \"maxWorkers\", which is an option"),
                        p -> assertThat(p).contains("defaultMethod names \"nowhere\""),
                        p -> assertThat(p).contains("Wrong.both: ", "more than one of required"),
                        p -> assertThat(p).contains("min and max are for numbers"),
                        p -> assertThat(p).contains("\"a_b\" and \"aB\" differ only in spelling"));
    }
}
