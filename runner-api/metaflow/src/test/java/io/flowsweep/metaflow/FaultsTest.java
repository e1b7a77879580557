package io.flowsweep.metaflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flowsweep.client.MetricValue;
import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunState;
import io.flowsweep.metaflow.testing.Python;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Metaflow refuses arrives as one error that says what to mend, and is of no kind that would be tried again. */
@Timeout(600)
class FaultsTest {

    @TempDir
    private Path folder;

    private Runner flow(String members) throws IOException {
        String text = "from metaflow import *\nimport metaflow\n\nclass Faulty(FlowSpec):\n" + members.indent(4) + """
                    @step
                    def start(self):
                        print("flowsweep step=1 at=1")
                        self.next(self.end)

                    @step
                    def end(self):
                        print("flowsweep step=2 at=2")
                        self.last = "end"


                if __name__ == "__main__":
                    Faulty()
                """;
        Files.writeString(folder.resolve("faulty.py"), text);
        return Runner.of(folder.resolve("faulty.py")).store(folder.resolve("store"));
    }

    private static Runner real(Runner runner) {
        Path path = Python.withMetaflow().command().getParent();
        return runner.env("PATH", path + ":" + System.getenv("PATH"));
    }

    private static Failure refusal(Runner runner) {
        Run run = runner.run().run();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.steps()).isEmpty();
        Failure failure = run.failureDetails().orElseThrow();
        assertThat(failure.kind()).isEqualTo("configuration");
        return failure;
    }

    @Nested
    class BeforeAnythingIsStarted {

        private void isRefused(Runner runner, String... messages) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(runner::plan)
                    .satisfies(refused -> assertThat(refused.getMessage()).contains(messages));
        }

        @Test
        void aRequiredConfigOrParameterWithoutValue() throws IOException {
            isRefused(
                    flow("c = Config('c', required=True)\np = Parameter('p', required=True)"),
                    "faulty.py:5: the config \"c\" of Faulty is given no value",
                    "faulty.py:6: the parameter \"p\" of Faulty is given no value");
        }

        @Test
        void aDefaultFileThatIsNotThere() throws IOException {
            isRefused(flow("c = Config('c', default='gone.json')"), "faulty.py:5", "gone.json");
        }

        @Test
        void aDefaultFileThatIsNoJson() throws IOException {
            Files.writeString(folder.resolve("bad.json"), "{\"a\": \n oops oops}");
            isRefused(flow("c = Config('c', default='bad.json')"), "bad.json:2");
        }

        @Test
        void aFileThatIsNotThereOrIsNoJson() throws IOException {
            isRefused(
                    flow("c = Config('c')").config("c", folder.resolve("gone.json")),
                    "there is no file " + folder.resolve("gone.json"));
            Files.writeString(folder.resolve("bad.json"), "{\"a\": \n oops oops}");
            isRefused(flow("c = Config('c')").config("c", folder.resolve("bad.json")), "bad.json:2");
        }

        @Test
        void aValueThatIsNoJson() throws IOException {
            isRefused(flow("c = Config('c')").config("c", "{ a : "), "the value given to the run");
        }

        @Test
        void aValueAndAFile() throws IOException {
            Runner runner = flow("c = Config('c')").config("c", Map.of());
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> runner.config("c", folder.resolve("x.json")))
                    .withMessageContaining("both a file and a value");
        }

        @Test
        void aVariableOfMetaflowThatIsNoJson() throws IOException {
            isRefused(
                    flow("c = Config('c')").env("METAFLOW_FLOW_CONFIG_VALUE", "oops {"),
                    "the variable METAFLOW_FLOW_CONFIG_VALUE is no JSON object");
        }

        @Test
        void aFileAndAValueInVariablesOfMetaflow() throws IOException {
            isRefused(
                    flow("c = Config('c')")
                            .env("METAFLOW_FLOW_CONFIG_VALUE", "{\"c\": {}}")
                            .env("METAFLOW_FLOW_CONFIG", "{\"c\": \"c.json\"}"),
                    "both a file and a value",
                    "METAFLOW_FLOW_CONFIG and METAFLOW_FLOW_CONFIG_VALUE");
        }

        @Test
        void aNameThatTheFlowDoesNotHave() throws IOException {
            isRefused(
                    flow("c = Config('conf')").config("cnf", Map.of()), "no config \"cnf\"", "Did you mean \"conf\"?");
            isRefused(flow("p = Parameter('speed')").parameter("sped", 1), "Did you mean \"speed\"?");
        }

        @Test
        void configsForARunThatIsResumed() throws IOException {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(
                            () -> flow("c = Config('c')").config("c", Map.of()).resume("some"))
                    .withMessageContaining("has the configs and parameters of its origin");
        }

        @Test
        void aBranchWithoutAProject() throws IOException {
            Runner runner = flow("").branch("exp1");
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(runner::start)
                    .withMessageContaining("the flow is in no project");
        }
    }

    @Nested
    class ByMetaflow {

        @Test
        void aParserThatIsNotThere() throws IOException {
            assertThat(refusal(real(flow("c = Config('c', parser='no.such.parser')")
                                    .config("c", "x")))
                            .message())
                    .contains("Cannot locate parser no.such.parser");
        }

        @Test
        void aParserThatCannotBeCalled() throws IOException {
            assertThat(refusal(real(flow("c = Config('c', parser='os.sep')").config("c", "x")))
                            .message())
                    .contains("Parser sep is either not part of os or not a callable");
        }

        @Test
        void aParserThatMakesNoMapping() throws IOException {
            assertThat(refusal(real(flow("c = Config('c', parser=lambda text: [1])")
                                    .config("c", "x")))
                            .message())
                    .contains("returned a value that is not a mapping");
        }

        @Test
        void aListThatIsNotPlain() throws IOException {
            Failure failure = refusal(real(flow("c = Config('c', default_value='[1]')")));
            assertThat(failure.summary()).startsWith("configuration: ");
        }

        @Test
        void aValueAndADefaultFile() throws IOException {
            Files.writeString(folder.resolve("x.json"), "{}");
            assertThat(refusal(real(flow("c = Config('c', default='x.json', default_value={})")))
                            .message())
                    .contains("you can only specify default or default_value, not both");
        }

        @Test
        void anExpressionThatNamesNothing() throws IOException {
            Failure failure =
                    refusal(real(flow("c = Config('c', default_value={'a': 1})\n@environment(vars={'A': c.missing})")));
            assertThat(failure.message()).contains("missing");
        }

        @Test
        void anExpressionThatCannotBeEvaluated() throws IOException {
            assertThat(refusal(real(flow("@environment(vars={'A': config_expr('nosuch.a')})")))
                            .message())
                    .contains("nosuch");
        }

        @Test
        void anExpressionOfAConfigWithoutValueOrWithANameThatIsNoName() throws IOException {
            Failure none = refusal(real(flow("c = Config('c')\n@environment(vars={'A': c.a})")));
            assertThat(none.message()).contains("'a'");
            Failure named = refusal(
                    real(flow("c = Config('My-Cfg', default_value={'a': {'t': 1}})\n@environment(vars={'A': c.a.t})")));
            assertThat(named.message()).contains("AttributeError");
        }

        @Test
        void aConfigThatIsNotOneOfTheFlow() throws IOException {
            assertThat(refusal(
                                    real(
                                            flow(
                                                    "held = [Config('c', default_value={'a': 1})]\n@environment(vars={'A': held[0].a})")))
                            .message())
                    .contains("Config");
        }

        @Test
        void aConfigInTheEnvironmentOfARunThatIsResumed() throws IOException {
            Files.writeString(folder.resolve("d.json"), "{\"a\": 2}");
            Runner runner = real(flow("c = Config('c', required=True)\nd = Config('d', default='d.json')"))
                    .env("METAFLOW_FLOW_CONFIG_VALUE", "{\"c\": {\"a\": 1}}");
            Run first = runner.run().run();
            assertThat(first.failure()).isEmpty();
            assertThat(first.data().get("c", Object.class)).isEqualTo(Map.of("a", 1L));
            assertThat(first.data().get("d", Object.class)).isEqualTo(Map.of("a", 2L));
            String origin = first.id();
            for (int i = 0; i < 2; i++) { // Metaflow gives the tasks that it takes over other ids, in any order
                ExecutingRun again = runner.resume(origin);
                again.await();
                origin = again.id();
                assertThat(again.run().failure()).isEmpty();
                assertThat(again.run().data().get("c", Object.class)).isEqualTo(Map.of("a", 1L));
                assertThat(again.run().data().get("last", String.class)).isEqualTo("end");
                assertThat(again.run().metrics()).extracting(MetricValue::value).containsExactly(1.0, 2.0);
            }
        }

        @Test
        void twoConfigsWithOneName() throws IOException {
            assertThat(refusal(real(flow("c = Config('c', default_value={})\nd = Config('c', default_value={})")))
                            .message())
                    .contains("Multiple configurations use the same name");
        }

        @Test
        void aFlowThatIsNotWellFormed() throws IOException {
            Failure failure = refusal(real(flow("@step\ndef lost(self):\n    pass")));
            assertThat(failure.message()).contains("lost").contains(folder + "/faulty.py");
        }

        @Test
        void aParameterOfAnotherType() throws IOException {
            assertThat(refusal(real(flow("p = Parameter('p', type=int)").parameter("p", "many")))
                            .message())
                    .contains("many");
        }

        @Test
        void aDecoratorThatDoesNotExist() throws IOException {
            assertThat(refusal(real(flow("")).with("nosuch:x=1")).message()).contains("nosuch");
        }

        @Test
        void aFileThatIsNoPython() throws IOException {
            Failure failure = refusal(real(flow("p = Parameter('p' default=1)")));
            assertThat(failure.message()).startsWith("SyntaxError: ");
            assertThat(failure.where()).contains("(faulty.py:5)");
        }

        @Test
        void anEnvironmentThatADecoratorNeedsOrThatIsNone() throws IOException {
            assertThat(refusal(real(flow("@pypi(packages={'six': '1.16.0'})"))).message())
                    .contains("@pypi decorator requires --environment=")
                    .contains("environment { METAFLOW_DEFAULT_ENVIRONMENT = pypi }");
            assertThat(refusal(real(flow("").env("METAFLOW_DEFAULT_ENVIRONMENT", "nosuch")))
                            .message())
                    .contains("Invalid value for '--environment'");
        }

        @Test
        void aModuleThatIsNotThere() throws IOException {
            Failure failure = refusal(real(flow("import no_such_module")));
            assertThat(failure.message())
                    .contains("No module named 'no_such_module'")
                    .contains("Install it for python3")
                    .contains("sources");
            assertThat(failure.where().orElseThrow()).contains("faulty.py:5");
        }
    }
}
