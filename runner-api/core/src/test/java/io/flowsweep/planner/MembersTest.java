package io.flowsweep.planner;

import static io.flowsweep.planner.Planning.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.errors.Problem;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the members of a flow's class may be. */
class MembersTest {

    static class Misuse extends FlowSpec {
        Thread worker;

        @Parameter
        final int seconds = 5;

        @FlowConfig
        List<String> config;

        @Step(next = "end")
        int start() {
            return 1;
        }

        @Step
        void end(String argument) {}
    }

    @Test
    void areCheckedEachWithItsCure() {
        assertThat(problems(Misuse.class))
                .extracting(Problem::where, p -> p.what().split(":")[0])
                .contains(
                        tuple("Misuse.start()", "a step returns nothing, but this returns int"),
                        tuple("Misuse.seconds", "a parameter field must not be final"),
                        tuple("Misuse.worker", "the field \"worker\" of type Thread cannot be kept as an artifact"),
                        tuple(
                                "Misuse.config",
                                "a config is a record, a Map<String, ?>, a com.typesafe.config.Config or a String, or an Optional of one, but this is List<String>"));
    }

    static class WrongArgument extends FlowSpec {
        @Step(next = "end")
        void start(int argument) {}

        @Step
        void end() {}
    }

    @Test
    void withArgumentsOfTheirOwnAreToldWhatAStepTakes() {
        assertThat(problems(WrongArgument.class))
                .extracting(Problem::what)
                .contains("a step takes no arguments, or one Inputs<WrongArgument> where branches join");
    }

    static class TwoOfAName extends FlowSpec {
        @FlowConfig(name = "c", defaultValue = "a = 1")
        Map<String, ?> one;

        @FlowConfig(name = "c", defaultValue = "a = 1")
        Map<String, ?> other;

        @Step(next = "end")
        void start() {}

        @Step
        void end() {}

        @Step(next = "end")
        void start(Inputs<TwoOfAName> inputs) {}
    }

    @Test
    void ofOneNameAreRefused() {
        assertThat(problems(TwoOfAName.class))
                .extracting(Problem::what)
                .contains("two configs are named \"c\": also TwoOfAName.one")
                .contains("two steps are named \"start\"");
    }

    class Inner extends FlowSpec {
        @Step(next = "end")
        void start() {}

        @Step
        void end() {}
    }

    @Test
    void ofAnInnerClassAreRefused() {
        assertThat(problems(Inner.class)).extracting(Problem::what).contains("a flow cannot be an inner class");
    }
}
