package io.flowsweep.planner;

import static io.flowsweep.planner.Planning.planner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.planner.config.ConfigSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configs, parameters and resources in a plan. */
class PlannedValuesTest {

    record Settings(int cpu, String memory, Optional<Integer> dim) {
        Settings {
            if (cpu > 1000) {
                throw new IllegalArgumentException("cpu <= 1000 must hold, but got " + cpu);
            }
        }
    }

    static class Base extends FlowSpec {
        @FlowConfig(defaultValue = "cpu = 1, memory = 512MB")
        Settings config;

        Double perf;
    }

    @Resources(memory = "${config.memory}")
    static class Sized extends Base {
        @Parameter(help = "seconds to measure")
        int seconds = 5;

        @Parameter(required = true)
        String name;

        @Step(next = "end")
        @Resources(cpu = "${config.cpu}", memory = "512MiB", pools = "licence=1, disk = 3")
        void start() {}

        @Step
        @Resources(memory = "${config.memory}", gpu = "2", pools = "licence=2")
        void end() {}
    }

    private FlowPlan plan(Map<String, ?> config, Map<String, ?> parameters) {
        return planner(Sized.class).plan(Map.of("config", new ConfigSource.Value(config)), parameters);
    }

    private List<Problem> refusal(Map<String, ?> config, Map<String, ?> parameters) {
        return catchThrowableOfType(InvalidInputException.class, () -> plan(config, parameters))
                .problems();
    }

    @Test
    void areInheritedResolvedAndKept() {
        FlowPlan plan = planner(Sized.class).plan(Map.of(), Map.of("name", "n", "seconds", "7"));

        assertThat(plan.configs())
                .singleElement()
                .satisfies(c -> assertThat(c.value()).containsEntry("cpu", 1L));
        assertThat(plan.parameters()).extracting(p -> p.value().orElseThrow()).containsExactly(7L, "n");
        assertThat(plan.artifactNames()).containsExactly("perf");
    }

    @Test
    void reachTheResourcesThroughPlaceholders() {
        FlowPlan plan = plan(Map.of("cpu", 2, "memory", "1GiB"), Map.of("name", "n"));

        assertThat(plan.resources())
                .isEqualTo(new ResourcePlan(2, Optional.of(1L << 30), 2, Map.of("licence", 2, "disk", 3)));
    }

    @Test
    void ofTheWrongTypeAreRefusedWithTheirPath() {
        assertThat(refusal(Map.of("cpu", "many", "memory", "1GB"), Map.of("name", "n")))
                .singleElement()
                .satisfies(
                        p -> assertThat(p.what())
                                .isEqualTo(
                                        "the config \"config\" does not fit Settings: cpu: expected a whole number, got the text \"many\""));
    }

    @Test
    void thatTheRecordItselfRefusesAreRefusedInItsWords() {
        assertThat(refusal(Map.of("cpu", 1001, "memory", "1GB"), Map.of("name", "n")))
                .singleElement()
                .satisfies(p -> assertThat(p.toString())
                        .isEqualTo(
                                "the value given to the run: the config \"config\" does not fit Settings: Settings refuses these"
                                        + " values: cpu <= 1000 must hold, but got 1001"));
    }

    @Test
    void thatAreMissingOrUnknownAreRefused() {
        assertThat(refusal(Map.of("cpu", 1, "memory", "1GB"), Map.of("secnds", 1)))
                .extracting(Problem::what, Problem::cure)
                .contains(
                        tuple("the flow has no parameter \"secnds\"", "Did you mean \"seconds\"?"),
                        tuple(
                                "the parameter \"name\" is required and has no value",
                                "Give it one: --name VALUE, or params.name in a sweep file."));
    }

    enum Mode {
        QUICK {
            @Override
            int speed() {
                return 2;
            }
        };

        abstract int speed();
    }

    static class Moded extends FlowSpec {
        @Parameter
        Mode mode;

        @Step(next = "end")
        void start() {}

        @Step
        void end() {}
    }

    @Test
    void mayBeEnumConstantsWithABody() {
        FlowPlan plan = planner(Moded.class).plan(Map.of(), Map.of("mode", Mode.QUICK));

        assertThat(plan.parameters().get(0).value()).contains("QUICK");
    }

    @Test
    void thatMakeNoSenseAsResourcesAreRefused() {
        assertThat(refusal(Map.of("cpu", 0, "memory", "1GB"), Map.of("name", "n")))
                .singleElement()
                .satisfies(p -> assertThat(p.toString())
                        .isEqualTo("Sized.start() @Resources: cpu must be a whole number of at least 1, but got 0"));
    }

    @Test
    void thatNothingUsesAreWarnedAbout() {
        FlowPlan plan = plan(Map.of("cpu", 1, "memory", "1GB", "dmi", 3), Map.of("name", "n"));

        assertThat(plan.warnings())
                .singleElement()
                .asString()
                .contains("the config \"config\" has the key \"dmi\", which nothing uses. Did you mean \"dim\"?");
    }

    @Test
    void inAFileAreRefusedWithFileAndLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("sized.conf"), "cpu = 1\nmemory = 1GB\ndim = big\n");

        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class,
                () -> planner(Sized.class).plan(Map.of("config", new ConfigSource.File(file)), Map.of("name", "n")));

        assertThat(refusal.problems()).singleElement().satisfies(p -> {
            assertThat(p.where()).endsWith("sized.conf:3");
            assertThat(p.what()).contains("dim: expected a whole number, got the text \"big\"");
        });
    }
}
