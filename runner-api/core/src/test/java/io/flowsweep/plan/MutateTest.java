package io.flowsweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.Catch;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import io.flowsweep.planner.FlowPackage;
import io.flowsweep.planner.FlowPlanner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MutateTest {

    static class Patient implements FlowMutator {
        @Override
        public FlowPlan apply(FlowPlan plan) {
            return plan.with("retry:times=5");
        }
    }

    static class BoundedStart implements FlowMutator {
        @Override
        public FlowPlan apply(FlowPlan plan) {
            return plan.with("retry:times=9").with("start", "timeout:value=5s");
        }
    }

    @Mutate(Patient.class)
    abstract static class Base extends FlowSpec {
        @Step(next = "end")
        void start() {}

        @Step
        @Catch
        void end() {}
    }

    @Mutate(BoundedStart.class)
    static class Derived extends Base {}

    static class Throwing implements FlowMutator {
        @Override
        public FlowPlan apply(FlowPlan plan) {
            return plan.with("nowhere", "retry");
        }
    }

    @Mutate(Throwing.class)
    static class Broken extends Base {}

    class Inner implements FlowMutator {
        @Override
        public FlowPlan apply(FlowPlan plan) {
            return plan;
        }
    }

    @Mutate(Inner.class)
    static class NotMakeable extends Base {}

    private static FlowPlan plan(Class<? extends FlowSpec> flow) {
        return FlowPlanner.of(flow, new FlowPackage("d", List.of(), Optional.empty()))
                .plan(Map.of(), Map.of());
    }

    @Test
    void appliesTheMutatorsOfBaseClassesFirst() {
        RulesPlan start = plan(Derived.class).step("start").rules();
        RulesPlan end = plan(Derived.class).step("end").rules();

        assertThat(start.retries()).isEqualTo(5);
        assertThat(start.timeout()).contains(Duration.ofSeconds(5));
        assertThat(end.retries()).isEqualTo(5);
        assertThat(end.timeout()).isEmpty();
        assertThat(end.caught()).isTrue();
    }

    @Test
    void saysWhichMutatorCannotBeUsed() {
        assertThatThrownBy(() -> plan(Broken.class))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Broken @Mutate(Throwing)")
                .hasMessageContaining("has no step nowhere");
        assertThatThrownBy(() -> plan(NotMakeable.class))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("NotMakeable @Mutate(Inner)")
                .hasMessageContaining("make it static");
    }

    @Test
    void resourcesAreNotThoseOfAStep() {
        assertThatThrownBy(() -> plan(Derived.class).with("start", "resources:cpu=3"))
                .hasMessage("resources are those of the run, not of the step start");
    }
}
