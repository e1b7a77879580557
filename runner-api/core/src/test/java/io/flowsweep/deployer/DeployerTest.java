package io.flowsweep.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import io.flowsweep.runner.Runner;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(900)
class DeployerTest {

    @TempDir
    Path store;

    private static final String PROJECT = """
            import io.flowsweep.flow.*;
            @Project("torch")
            public class Trains extends FlowSpec {
                @Step(next = "end") void start() {}
                @Step void end() {}
            }
            """;

    private Deployer project() {
        return Deployer.ofSource(PROJECT).store(store);
    }

    private Deployer plain() {
        return Deployer.ofSource(PROJECT.replace("@Project(\"torch\")", "")).store(store);
    }

    @Nested
    class TheName {

        @Test
        void isThatOfProjectBranchAndFlow() {
            assertThat(project().branch("exp1").create().name()).isEqualTo("torch.test.exp1.Trains");
            assertThat(project().create().name())
                    .isEqualTo("torch.user." + System.getProperty("user.name") + ".Trains");
        }

        @Test
        void isTheFlowsWithoutAProject() {
            assertThat(plain().create().name()).isEqualTo("Trains");
            assertThat(plain().name("nightly").create().name()).isEqualTo("nightly");
        }

        @Test
        void isMadeSafeAndStaysUnique() {
            DeployedFlow slash = project().branch("feature/1").create();
            DeployedFlow colon = project().branch("feature:1").create();

            assertThat(slash.name()).matches("torch\\.test\\.feature-1\\.Trains-[0-9a-f]{6}");
            assertThat(colon.name()).isNotEqualTo(slash.name());
            assertThat(plain().name("a b").create().name()).matches("a-b-[0-9a-f]{6}");
            assertThat(Deployments.at(store).find("a b")).isPresent();
        }

        @Test
        void cannotBeGivenToAFlowInAProject() {
            assertThatThrownBy(() -> project().name("nightly").create())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("the flow's project names it")
                    .hasMessageContaining("Give it a branch instead");
        }

        @Test
        void cannotBeBlank() {
            assertThatThrownBy(() -> plain().name(" ").create()).hasMessageContaining("is empty");
        }
    }

    @Test
    void aPlanSaysWhatWouldBeDeployedAndDeploysNothing() {
        Deployment first = plain().plan();
        plain().create();
        Deployment second = plain().plan();
        Deployment changed = plain().tag("new").plan();

        assertThat(first.version()).isEqualTo(1);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.digest())
                .isEqualTo(first.digest())
                .isEqualTo(Deployments.at(store).get("Trains").deployment().digest());
        assertThat(changed.digest()).isNotEqualTo(first.digest());
    }

    @Test
    void aTargetThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThatThrownBy(() -> plain().target("lokal").create())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there is no target \"lokal\". Did you mean \"local\"?");
    }

    @Test
    void aSecretInTheEnvironmentIsRefused() {
        Deployer deployer = Deployer.of(Runner.ofSource(PROJECT).store(store).env("API_TOKEN", "x"));

        assertThatThrownBy(deployer::create)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the environment variable API_TOKEN may hold a secret");
    }

    /** A flow on the class path of this program. */
    public static final class OnClassPath extends FlowSpec {
        int answer;

        @Step(next = "end")
        void start() {
            answer = 42;
        }

        @Step
        void end() {}
    }

    @Test
    void aClassOfThisProgramIsDeployedWithItsClassPath() {
        DeployedFlow flow = Deployer.of(OnClassPath.class).store(store).create();

        assertThat(flow.plan().classPath()).isNotEmpty().allMatch(place -> place.startsWith("blob:"));
        TriggeredRun run = flow.trigger();
        assertThat(run.await()).isEqualTo(TriggeredStatus.SUCCEEDED);
        assertThat(run.run().orElseThrow().data().get("answer", int.class)).isEqualTo(42);
    }

    @Test
    void notebooksSeeTables() {
        DeployedFlow flow = plain().name("<b>").tag("a & b").create();

        assertThat(flow.toHtml()).startsWith("<table>").contains("<td>-b-").contains("a &amp; b");
        assertThat(flow).hasToString("DeployedFlow[" + flow.name() + " version 1]");
    }
}
