package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets who wrote something wrong: what, where and the cure, exit code 2, and nothing half-written. */
@Timeout(600)
class BadInputTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;

            public class Train extends FlowSpec {
                record Settings(double learningRate, int hidden) {}
                @FlowConfig Settings config;
                Double loss;

                @Step(next = "end") void start() { loss = config.learningRate(); }

                @Step void end() {}
            }
            """;

    private static final String SWEEP = """
            name = train
            flow = Train.java
            config { learning_rate = 0.1, hidden = 8 }
            grid {
              learning_rate = [0.1, 0.2]
            }
            metrics { loss { artifact = loss, goal = minimize } }
            objective = loss
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeGoodInput() throws IOException {
        flow(FLOW);
        sweep(SWEEP);
    }

    private void flow(String text) throws IOException {
        Files.writeString(folder.resolve("Train.java"), text);
    }

    private void sweep(String text) throws IOException {
        Files.writeString(folder.resolve("train.conf"), text);
    }

    private void assertRefused(String... parts) throws IOException {
        Result result = CommandLineProcess.run(folder, "run", "train.conf");
        assertThat(result.err()).contains(parts).doesNotContain("\tat ").contains("error: ");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("results")).doesNotExist();
        assertThat(folder.resolve(".flowsweep/sweeps")).doesNotExist();
        assertThat(folder.resolve(".flowsweep/flows")).doesNotExist();
    }

    @Test
    void aMissingSweepFile() throws IOException {
        Files.delete(folder.resolve("train.conf"));
        Files.writeString(folder.resolve("trian.conf"), SWEEP);
        assertRefused("train.conf", "trian.conf");
    }

    @Test
    void aMissingFlowFile() throws IOException {
        sweep(SWEEP.replace("Train.java", "Trian.java"));
        assertRefused("train.conf:2", "Trian.java", "Train.java");
    }

    @Test
    void aFlowThatDoesNotCompile() throws IOException {
        flow(FLOW.replace("loss = config.learningRate()", "los = config.learningRate()"));
        assertRefused("Train.java:8", "cannot find symbol", "los = config.learningRate()");
    }

    @Test
    void twoConcreteFlowsInAFile() throws IOException {
        flow(FLOW + "class Other extends FlowSpec { @Step(next = \"end\") void start() {} @Step void end() {} }\n");
        assertRefused("Train.java:3", "Train.java:12", "Other");
    }

    @Test
    void anUnknownStep() throws IOException {
        flow(FLOW.replace("next = \"end\"", "next = \"ende\""));
        assertRefused("Train.start()", "\"ende\"", "Did you mean \"end\"?");
    }

    private void flowWithACircle() throws IOException {
        flow(FLOW.replace("next = \"end\"", "next = \"again\"")
                .replace(
                        "@Step void end",
                        "@Step(next = \"other\") void again() {} @Step(next = \"again\") void other() {}"
                                + " @Step void end"));
    }

    @Test
    void aCircle() throws IOException {
        flowWithACircle();
        assertRefused("the steps go in a circle: again → other → again");
    }

    @Test
    void inALocaleWithoutUtf8ReadsTheSame() throws IOException {
        flowWithACircle();

        Result result = CommandLineProcess.run(folder, Map.of("LC_ALL", "C"), "run", "train.conf");

        assertThat(result.err()).contains("the steps go in a circle: again → other → again");
    }

    @Test
    void anUnreachableStep() throws IOException {
        flow(FLOW.replace("@Step void end", "@Step(next = \"end\") void lonely() {} @Step void end"));
        assertRefused("Train.lonely()", "no step leads to \"lonely\"");
    }

    @Test
    void aFlowWithoutEnd() throws IOException {
        flow(FLOW.replace("\"end\"", "\"finish\"").replace("void end", "void finish"));
        assertRefused("Train", "no step named \"end\"");
    }

    @Test
    void anArtifactThatCannotBeStored() throws IOException {
        flow(FLOW.replace("Double loss;", "Double loss; Thread worker;"));
        assertRefused("Train.worker", "Thread", "transient");
    }

    @Test
    void aGridPathThatTheBaseConfigLacks() throws IOException {
        sweep(SWEEP.replace("  learning_rate = [0.1, 0.2]", "  learning_rat = [0.1, 0.2]"));
        assertRefused("train.conf:5", "learning_rat", "Did you mean", "learning_rate");
    }

    @Test
    void aValueOfTheWrongTypeForTheRecord() throws IOException {
        sweep(SWEEP.replace("  learning_rate = [0.1, 0.2]", "  hidden = [8, 2.5]"));
        assertRefused("train.conf:5", "hidden", "expected a whole number, got the number 2.5");
    }

    @Test
    void anEmptyAxis() throws IOException {
        sweep(SWEEP.replace("[0.1, 0.2]", "[]"));
        assertRefused("train.conf:5", "learning_rate");
    }

    @Test
    void anUnwritableOutputFolder() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");

        Result result = CommandLineProcess.run(folder, "run", "train.conf", "--results", blocked.toString());

        assertThat(result.err()).contains("blocked").doesNotContain("\tat ");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(folder.resolve(".flowsweep/sweeps")).doesNotExist();
    }

    @Test
    void anOutputFolderThatCannotBeMade() throws IOException {
        Result result = CommandLineProcess.run(folder, "run", "train.conf", "--results", "/proc/x");

        assertThat(result.err())
                .contains("error: /proc/x/train: the results cannot be written: ", "--results DIR")
                .doesNotContain("Exception", "\tat ");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(folder.resolve(".flowsweep/sweeps")).doesNotExist();
    }

    @Test
    void aMissingInclude() throws IOException {
        sweep(SWEEP.replace("config { ", "config { include \"base.conf\", "));
        assertRefused("train.conf:3", "base.conf");
    }

    @Test
    void aMetricOfAnUnknownArtifact() throws IOException {
        sweep(SWEEP.replace("artifact = loss", "artifact = los"));
        assertRefused("train.conf:7", "los", "Did you mean \"loss\"?");
    }

    @Test
    void anExitInAFlowThatSharesTheJvm() throws IOException {
        flow(FLOW.replace("loss = config", "if (config == null) System.exit(1); loss = config"));
        sweep(SWEEP + "run { executor = inline }\n");
        assertRefused("Train.start", "System.exit", "process");
    }

    @Test
    void anUnknownVerbOrOption() throws IOException {
        Result verb = CommandLineProcess.run(folder, "runn", "train.conf");
        assertThat(verb.exitCode()).isEqualTo(2);
        assertThat(verb.err()).contains("Did you mean \"run\"?");

        Result option = CommandLineProcess.run(folder, "run", "train.conf", "--paralel", "2");
        assertThat(option.exitCode()).isEqualTo(2);
        assertThat(option.err()).contains("--paralel");
    }
}
