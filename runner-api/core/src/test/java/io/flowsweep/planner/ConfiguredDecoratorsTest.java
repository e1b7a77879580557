package io.flowsweep.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.Case;
import io.flowsweep.flow.Catch;
import io.flowsweep.flow.Environment;
import io.flowsweep.flow.Failed;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Project;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Retry;
import io.flowsweep.flow.Step;
import io.flowsweep.flow.Timeout;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.plan.RulesPlan;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where in a plan the values of configs arrive. */
class ConfiguredDecoratorsTest extends ConfigPlanning {

    @Project("${config.project}")
    @Retry("${config.retry}")
    @Environment("${config.env}")
    static class Decorated extends FlowSpec {
        @FlowConfig
        Map<String, Object> config;

        String state = "go";
        Failed failed;

        @Step(
                condition = "state",
                cases = {@Case(when = "${config.word}", next = "middle"), @Case(when = "stop", next = "end")})
        @Resources("${config.resources}")
        void start() {}

        @Step(next = "end")
        @Timeout("${config.limit}")
        @Catch(artifact = "${config.keep}")
        @Environment({"${config.name}_HOME=at ${config.limit}"})
        @Resources(cpu = "${config.resources.cpu}", memory = "${config.nothing}")
        void middle() {}

        @Step
        void end() {}
    }

    private static final String CONFIG = "project = p1, word = go, limit = 5m, keep = failed, name = X, nothing = null,"
            + "retry { times = 2, delay = 1s }, resources { cpu = 3, memory = 1GiB, gpu = 1, pools { licence = 2 } }, env { A = 1, B = null }";

    @Test
    void takeEveryAttributeAndWholeObjectsFromConfigs() {
        FlowPlan plan = plan(Decorated.class, Map.of("config", text(CONFIG)));

        assertThat(plan.project()).contains("p1");
        assertThat(plan.resources()).isEqualTo(new ResourcePlan(3, Optional.of(1L << 30), 1, Map.of("licence", 2)));
        RulesPlan rules = plan.step("middle").rules();
        assertThat(rules.retries()).isEqualTo(2);
        assertThat(rules.retryDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(rules.backoff()).isEqualTo(1);
        assertThat(rules.timeout()).contains(Duration.ofMinutes(5));
        assertThat(rules.catchArtifact()).contains("failed");
        assertThat(rules.environment()).isEqualTo(Map.of("A", "1", "B", "", "X_HOME", "at 5m"));
        assertThat(plan.step("start").choice().orElseThrow().cases()).isEqualTo(Map.of("go", "middle", "stop", "end"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu = 3 | cpus = 3 | ${config.resources} has the key \"cpus\", which is no attribute | Did you mean \"cpu\"?",
                "times = 2 | times = 2.5 | times must be a whole number of at least 0, but got 2.5 |",
                "limit = 5m | limt = 5m | ${config.limit} is not defined | Did you mean \"config.limt\"?",
                "memory = 1GiB | memory = lots | memory \"lots\" is no amount |",
                "word = go | word = stop | two cases of the switch have the same value | "
            })
    void areRefusedWithTheirPlace(String good, String bad, String what, String cure) {
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class,
                () -> plan(Decorated.class, Map.of("config", text(CONFIG.replace(good, bad)))));

        assertThat(refusal.problems()).anySatisfy(p -> {
            assertThat(p.what()).contains(what);
            assertThat(p.cure()).contains(cure == null ? "" : cure);
            assertThat(p.toString()).contains("Decorated.");
        });
    }

    @Resources("${config.machine}")
    static class Mixed extends TwoSteps {
        record Own(int size) {}

        @FlowConfig(strict = true)
        Own config;
    }

    @Test
    void countAsUseOfAKey() {
        FlowPlan plan = plan(Mixed.class, Map.of("config", text("size = 1, machine { cpu = 2 }")));

        assertThat(plan.resources().cpu()).isEqualTo(2);
        assertThat(plan.warnings()).isEmpty();
    }
}
