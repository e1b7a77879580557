package io.flowsweep.planner;

import static io.flowsweep.planner.Planning.assertProblem;
import static io.flowsweep.planner.Planning.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Case;
import io.flowsweep.flow.Catch;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Step;
import org.junit.jupiter.api.Test;

/** Switches and the fields that decide on the next step: what is refused. */
class SwitchChecksTest {

    static class SwitchIntoJoin extends FlowSpec {
        boolean good;

        @Step(next = {"a", "b"})
        void start() {}

        @Step(
                condition = "good",
                cases = {@Case(when = "true", next = "c"), @Case(when = "false", next = "d")})
        void a() {}

        @Step(next = "join")
        void b() {}

        @Step(next = "join")
        void c() {}

        @Step(next = "join")
        void d() {}

        @Step(next = "end")
        void join(Inputs<SwitchIntoJoin> inputs) {}

        @Step
        void end() {}
    }

    @Test
    void refuseSeveralWaysOfOneBranchIntoAJoin() {
        assertProblem(
                SwitchIntoJoin.class,
                "several ways of one branch lead into the join: b, c, d",
                "SwitchIntoJoin.join()",
                "Let the ways of a switch meet in a step of their branch before it is joined.");
    }

    static class Wrong extends FlowSpec {
        String items;
        Double state;
        String failure;

        @Step(next = "choose", foreach = "items")
        @Catch(artifact = "failure")
        void start() {}

        @Step(
                condition = "state",
                cases = {@Case(when = "1", next = "end"), @Case(when = "1", next = "choose")})
        void choose() {}

        @Step(condition = "stat", cases = @Case(when = "1", next = "end"))
        void end() {}
    }

    @Test
    void refuseFieldsThatCannotDecide() {
        assertThat(problems(Wrong.class))
                .extracting(Problem::where, Problem::what)
                .contains(
                        tuple("Wrong.start()", "foreach names \"items\" of type String, which is no List"),
                        tuple(
                                "Wrong.start()",
                                "@Catch is on a step that decides what follows, which it could not do after a failure"),
                        tuple("Wrong.start()", "@Catch names \"failure\" of type String"),
                        tuple("Wrong.choose()", "two cases of the switch have the same value"),
                        tuple(
                                "Wrong.choose()",
                                "condition names \"state\" of type Double, by which no case can be chosen"),
                        tuple("Wrong.end()", "a switch has a condition and at least two cases"));
    }

    enum Colour {
        RED,
        GREEN
    }

    static class NeverTaken extends FlowSpec {
        Colour colour;
        boolean right;
        Long number;

        @Step(
                condition = "colour",
                cases = {@Case(when = "RED", next = "second"), @Case(when = "GREN", next = "end")})
        void start() {}

        @Step(
                condition = "right",
                cases = {@Case(when = "true", next = "third"), @Case(when = "no", next = "end")})
        void second() {}

        @Step(
                condition = "number",
                cases = {@Case(when = "-7", next = "second"), @Case(when = "08", next = "end")})
        void third() {}

        @Step
        void end() {}
    }

    @Test
    void refuseCasesThatCanNeverBeTaken() {
        assertThat(problems(NeverTaken.class))
                .extracting(Problem::where, Problem::what, Problem::cure)
                .containsExactly(
                        tuple("NeverTaken.second()", "the case \"no\" is no boolean", "Write true or false."),
                        tuple(
                                "NeverTaken.start()",
                                "the case \"GREN\" is no constant of Colour",
                                "Did you mean \"GREEN\"?"),
                        tuple(
                                "NeverTaken.third()",
                                "the case \"08\" is no whole number",
                                "Write it in digits, without leading zeros."));
    }
}
