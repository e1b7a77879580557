package io.flowsweep.planner;

import static io.flowsweep.planner.Planning.assertProblem;
import static io.flowsweep.planner.Planning.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.errors.Problem;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Step;
import org.junit.jupiter.api.Test;

/** Graphs of splits and joins that are refused, each with place and cure. */
class GraphChecksTest {

    static class Unknown extends FlowSpec {
        @Step(next = "trian")
        void start() {}

        @Step(next = "end")
        void train() {}

        @Step
        void end() {}
    }

    @Test
    void refuseAnUnknownStep() {
        assertProblem(
                Unknown.class, "next names the unknown step \"trian\"", "Unknown.start()", "Did you mean \"train\"?");
    }

    static class Circle extends FlowSpec {
        @Step(next = "a")
        void start() {}

        @Step(next = "b")
        void a() {}

        @Step(next = "a")
        void b() {}

        @Step
        void end() {}
    }

    @Test
    void refuseACircle() {
        assertThat(problems(Circle.class))
                .singleElement()
                .satisfies(p -> assertThat(p.what())
                        .startsWith("the steps go in a circle: ")
                        .contains(" → "));
    }

    static class Unreachable extends FlowSpec {
        @Step(next = "end")
        void start() {}

        @Step(next = "end")
        void lonely() {}

        @Step
        void end() {}
    }

    @Test
    void refuseAStepThatNothingLeadsTo() {
        assertProblem(
                Unreachable.class,
                "no step leads to \"lonely\"",
                "Unreachable.lonely()",
                "Name it in the next of another step, or remove it.");
    }

    static class NoEnd extends FlowSpec {
        @Step(next = "finish")
        void start() {}

        @Step
        void finish() {}
    }

    @Test
    void refuseAFlowWithoutEnd() {
        assertThat(problems(NoEnd.class))
                .extracting(Problem::what)
                .containsExactly("the flow has no step named \"end\"", "the step says no next");
    }

    static class Unjoined extends FlowSpec {
        @Step(next = {"a", "b"})
        void start() {}

        @Step(next = "end")
        void a() {}

        @Step(next = "end")
        void b() {}

        @Step
        void end() {}
    }

    @Test
    void refuseBranchesThatMeetWithoutAJoin() {
        assertProblem(
                Unjoined.class,
                "the branches a, b meet in a step that takes no inputs",
                "Unjoined.end()",
                "Let it take one argument: Inputs<Unjoined> inputs.");
    }

    static class HalfJoined extends FlowSpec {
        @Step(next = {"a", "b", "c"})
        void start() {}

        @Step(next = "join")
        void a() {}

        @Step(next = "join")
        void b() {}

        @Step(next = "end")
        void c() {}

        @Step(next = "end")
        void join(Inputs<HalfJoined> inputs) {}

        @Step
        void end() {}
    }

    @Test
    void refuseAJoinThatMissesABranch() {
        assertThat(problems(HalfJoined.class))
                .singleElement()
                .satisfies(p -> assertThat(p.toString())
                        .contains("\"start\" splits into 3 branches, but 2 of them join here: a, b"));
    }

    static class JoinAtStart extends FlowSpec {
        @Step(next = "end")
        void start(Inputs<JoinAtStart> inputs) {}

        @Step
        void end() {}
    }

    @Test
    void refuseAJoinAtTheStart() {
        assertProblem(
                JoinAtStart.class,
                "the step takes Inputs, but nothing was split before it",
                "JoinAtStart.start()",
                "Remove the argument.");
    }

    static class Bypass extends FlowSpec {
        @Step(next = {"work", "end"})
        void start() {}

        @Step(next = "end")
        void work() {}

        @Step
        void end(Inputs<Bypass> inputs) {}
    }

    @Test
    void refuseABranchThatLeadsStraightFromTheSplitToTheJoin() {
        assertProblem(
                Bypass.class,
                "\"start\" splits and leads straight into the join",
                "Bypass.end()",
                "Put a step between the split and the join.");
    }

    static class OthersInputs extends FlowSpec {
        @Step(next = {"a", "b"})
        void start() {}

        @Step(next = "end")
        void a() {}

        @Step(next = "end")
        void b() {}

        @Step
        void end(Inputs<GraphShapesTest.Diamond> inputs) {}
    }

    @Test
    void refuseAJoinOfAnotherFlow() {
        assertProblem(
                OthersInputs.class,
                "the join takes Inputs<Diamond>, but its branches are OthersInputs flows",
                "OthersInputs.end()",
                "Take Inputs<OthersInputs>.");
    }

    static class JoinOfNothing extends FlowSpec {
        @Step(next = "end")
        void start() {}

        @Step
        void end(Inputs<JoinOfNothing> inputs) {}
    }

    @Test
    void refuseAJoinWithoutASplit() {
        assertProblem(
                JoinOfNothing.class,
                "the step takes Inputs, but nothing was split before it",
                "JoinOfNothing.end()",
                "Remove the argument.");
    }
}
