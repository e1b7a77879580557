package io.flowsweep.planner;

import static io.flowsweep.planner.Planning.planner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.flow.Case;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Step;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.StepPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Graphs that a flow may have. */
class GraphShapesTest {

    static class Diamond extends FlowSpec {
        @Step(next = {"left", "right"})
        void start() {}

        @Step(next = "middle")
        void right() {}

        @Step(next = "join")
        void left() {}

        @Step(next = "join")
        void middle() {}

        @Step(next = "end")
        void join(Inputs<Diamond> inputs) {}

        @Step
        void end() {}
    }

    @Test
    void areOrderedWithEachStepBehindThoseItFollows() {
        FlowPlan plan = planner(Diamond.class).plan(Map.of(), Map.of());

        assertThat(plan.steps()).extracting(StepPlan::name).startsWith("start").endsWith("join", "end");
        assertThat(plan.steps()).filteredOn(StepPlan::join).singleElement().satisfies(join -> {
            assertThat(join.previous()).containsExactly("left", "middle");
            assertThat(join.fork()).contains("start");
        });
    }

    static class NestedSplits extends FlowSpec {
        @Step(next = {"a", "b"})
        void start() {}

        @Step(next = {"c", "d"})
        void a() {}

        @Step(next = "inner")
        void c() {}

        @Step(next = "inner")
        void d() {}

        @Step(next = "outer")
        void inner(Inputs<NestedSplits> inputs) {}

        @Step(next = "outer")
        void b() {}

        @Step(next = "end")
        void outer(Inputs<NestedSplits> inputs) {}

        @Step
        void end() {}
    }

    @Test
    void mayNestSplits() {
        FlowPlan plan = planner(NestedSplits.class).plan(Map.of(), Map.of());

        assertThat(plan.steps())
                .filteredOn(StepPlan::join)
                .extracting(StepPlan::name, s -> s.fork().orElseThrow(), StepPlan::previous)
                .containsExactly(
                        tuple("inner", "a", List.of("c", "d")), tuple("outer", "start", List.of("inner", "b")));
    }

    static class Loop extends FlowSpec {
        List<Integer> items;
        String state;

        @Step(
                condition = "state",
                cases = {@Case(when = "more", next = "start"), @Case(when = "done", next = "spread")})
        void start() {}

        @Step(next = "work", foreach = "items")
        void spread() {}

        @Step(
                condition = "state",
                cases = {@Case(when = "a", next = "left"), @Case(when = "b", next = "right")})
        void work() {}

        @Step(next = "meet")
        void left() {}

        @Step(next = "meet")
        void right() {}

        @Step(next = "join")
        void meet() {}

        @Step(next = "end")
        void join(Inputs<Loop> inputs) {}

        @Step
        void end() {}
    }

    @Test
    void mayRepeatASwitchAndLetItsWaysMeetWithoutAJoin() {
        FlowPlan plan = planner(Loop.class).plan(Map.of(), Map.of());

        assertThat(plan.step("meet").previous()).containsExactly("left", "right");
        assertThat(plan.step("meet").join()).isFalse();
        assertThat(plan.step("join").fork()).contains("spread");
        assertThat(plan.step("start").choice().orElseThrow().cases())
                .isEqualTo(Map.of("more", "start", "done", "spread"));
    }
}
