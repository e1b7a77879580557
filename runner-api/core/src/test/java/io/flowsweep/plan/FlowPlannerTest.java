package io.flowsweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Case;
import io.flowsweep.flow.Catch;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import io.flowsweep.plan.FlowPlan.StepPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowPlannerTest {

    private static final FlowPackage CODE = new FlowPackage("d", List.of(), Optional.empty());

    private static FlowPlanner planner(Class<?> flow) {
        return FlowPlanner.of(flow, CODE);
    }

    private static List<Problem> problems(Class<?> flow) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, () -> planner(flow));
        assertThat(refusal).as("the refusal of " + flow.getSimpleName()).isNotNull();
        return refusal.problems();
    }

    private static void assertProblem(Class<?> flow, String what, String where, String cure) {
        assertThat(problems(flow)).singleElement().satisfies(p -> {
            assertThat(p.what()).isEqualTo(what);
            assertThat(p.where()).isEqualTo(where);
            assertThat(p.cure()).isEqualTo(cure);
        });
    }

    @Nested
    class Graphs {

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

            assertThat(plan.steps())
                    .extracting(StepPlan::name)
                    .startsWith("start")
                    .endsWith("join", "end");
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
                    Unknown.class,
                    "next names the unknown step \"trian\"",
                    "Unknown.start()",
                    "Did you mean \"train\"?");
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

        static class OthersInputs extends FlowSpec {
            @Step(next = {"a", "b"})
            void start() {}

            @Step(next = "end")
            void a() {}

            @Step(next = "end")
            void b() {}

            @Step
            void end(Inputs<Diamond> inputs) {}
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

    @Nested
    class Members {

        static class Misuse extends FlowSpec {
            Thread worker;

            @Parameter
            final int seconds = 5;

            @FlowConfig
            String config;

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
                                    "a config is a record, a Map<String, ?> or a com.typesafe.config.Config, or an Optional of one, but this is String"));
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

    @Nested
    class Values {

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
            assertThat(plan.parameters())
                    .extracting(p -> p.value().orElseThrow())
                    .containsExactly(7L, "n");
            assertThat(plan.artifactNames()).containsExactly("perf");
        }

        @Test
        void reachTheResourcesThroughPlaceholders() {
            FlowPlan plan = plan(Map.of("cpu", 2, "memory", "1GiB"), Map.of("name", "n"));

            assertThat(plan.resources())
                    .isEqualTo(new FlowPlan.ResourcePlan(2, Optional.of(1L << 30), 2, Map.of("licence", 2, "disk", 3)));
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
                            .isEqualTo(
                                    "Sized.start() @Resources: cpu must be a whole number of at least 1, but got 0"));
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
                    () -> planner(Sized.class)
                            .plan(Map.of("config", new ConfigSource.File(file)), Map.of("name", "n")));

            assertThat(refusal.problems()).singleElement().satisfies(p -> {
                assertThat(p.where()).endsWith("sized.conf:3");
                assertThat(p.what()).contains("dim: expected a whole number, got the text \"big\"");
            });
        }
    }
}
