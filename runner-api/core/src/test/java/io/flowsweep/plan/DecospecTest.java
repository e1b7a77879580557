package io.flowsweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.Failed;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Project;
import io.flowsweep.flow.Retry;
import io.flowsweep.flow.Step;
import io.flowsweep.planner.FlowPackage;
import io.flowsweep.planner.FlowPlanner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecospecTest {

    @Project("demo")
    static class Two extends FlowSpec {
        @Step(next = "end")
        @Retry(times = "1", delay = "1s")
        void start() {}

        @Step
        void end() {}
    }

    static class Spread extends FlowSpec {
        List<Integer> items;
        Failed failed;

        @Step(next = "work", foreach = "items")
        void start() {}

        @Step(next = "end")
        void work() {}

        @Step
        void end(Inputs<Spread> inputs) {}
    }

    private static FlowPlan plan() {
        return FlowPlanner.of(Two.class, new FlowPackage("d", List.of(), Optional.empty()))
                .plan(Map.of(), Map.of());
    }

    private static RulesPlan rules(String decospec, String step) {
        return Decospec.parse(decospec).apply(plan()).step(step).rules();
    }

    @Test
    void goesToEveryStepThatHasNoneOfItsKind() {
        assertThat(rules("retry:times=4,delay=30s,backoff=2", "end").retries()).isEqualTo(4);
        assertThat(rules("retry:times=4,delay=30s,backoff=2", "end").retryDelay())
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(rules("retry:times=4", "start").retries()).isEqualTo(1);
        assertThat(rules("timeout:value=5m", "start").timeout()).contains(Duration.ofMinutes(5));
        assertThat(rules("timeout:value=5m", "start").retries()).isEqualTo(1);
        assertThat(rules("environment:A=b,C=d", "end").environment()).isEqualTo(Map.of("A", "b", "C", "d"));
    }

    @Test
    void catchesWhereTheStepDoesNotDecideWhatFollows() {
        assertThat(rules("catch", "end").caught()).isTrue();
        FlowPlan spread = FlowPlanner.of(Spread.class, new FlowPackage("d", List.of(), Optional.empty()))
                .plan(Map.of(), Map.of())
                .with("catch:artifact=failed");
        assertThat(spread.step("start").rules().caught()).isFalse();
        assertThat(spread.step("work").rules().catchArtifact()).contains("failed");
    }

    @Test
    void replacesTheResourcesOfTheRun() {
        assertThat(Decospec.parse("resources:cpu=4,memory=2GiB").apply(plan()).resources())
                .isEqualTo(ResourcePlan.of(4, Optional.of(2L << 30)));
        assertThat(Decospec.parse("resources:gpu=1,pools.licence=2")
                        .apply(plan())
                        .resources())
                .isEqualTo(new ResourcePlan(1, Optional.empty(), 1, Map.of("licence", 2)));
        assertThat(Decospec.parse("resources:memory=1GiB")
                        .apply(plan())
                        .resources()
                        .cpu())
                .isEqualTo(1);
    }

    @Test
    void theProjectIsPartOfThePlan() {
        assertThat(plan().project()).contains("demo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retri:times=2|there is no decorator \"retri\". Did you mean \"retry\"?",
                "retry:time=2|it has no \"time\". Did you mean \"times\"?",
                "retry:times|\"times\" is no NAME=VALUE",
                "retry:times=often|times must be a number of at least 0, but got \"often\"",
                "timeout:value=soon|value: expected a duration such as 90s, 5m or 1h, got \"soon\"",
                "resources:gpus=1|it has no \"gpus\". Did you mean \"gpu\"?",
                "resources:memory=2XB|memory \"2XB\" has an unknown unit \"XB\": write for instance 16GB (10^9), 512MiB (2^20), or a bare number of MiB",
                "resources:pools.licence=some|pools must be names with whole numbers, such as licence=1, but got licence=some",
                "resources:cpu=-1|cpu must be a whole number of at least 0, but got -1"
            })
    void isRefusedWithTheCure(String decospec, String message) {
        assertThatThrownBy(() -> Decospec.parse(decospec))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--with " + decospec + ": " + message);
    }
}
