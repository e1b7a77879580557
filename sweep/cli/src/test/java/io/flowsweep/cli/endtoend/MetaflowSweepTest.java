package io.flowsweep.cli.endtoend;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.codec.Json;
import io.flowsweep.store.ThisMachine;
import io.flowsweep.testing.ProcessGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of flows of the real Metaflow, from the command line. */
@Timeout(600)
class MetaflowSweepTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final String FLOW = """
            import os
            import time

            from metaflow import Config, FlowSpec, step

            from model import score


            class Train(FlowSpec):
                config = Config("config")

                @step
                def start(self):
                    for epoch in range(3):
                        print(f"flowsweep step={epoch} loss={1 / (1 + epoch + self.config.x)}")
                    if self.config.x == self.config.wait and not os.path.exists(self.config.witness):
                        with open(self.config.witness + ".draft", "w") as witness:
                            witness.write(f"{os.getpid()} {os.getpgid(0)}")
                        os.rename(self.config.witness + ".draft", self.config.witness)
                        time.sleep(300)
                    self.score = score(self.config.x)
                    self.next(self.end)

                @step
                def end(self):
                    pass


            if __name__ == "__main__":
                Train()
            """;

    @TempDir
    Path folder;

    private Map<String, String> environment;

    @BeforeEach
    void findPython() throws IOException {
        String python = System.getenv("FLOWSWEEP_METAFLOW_PYTHON");
        assumeTrue(
                python != null && !python.isEmpty(),
                "needs an interpreter with Metaflow: pip install metaflow into a virtual environment, and name its python in"
                        + " FLOWSWEEP_METAFLOW_PYTHON");
        environment = Map.of("PATH", Path.of(python).getParent() + ":" + System.getenv("PATH"));
        Files.createDirectory(folder.resolve(".flowsweep"));
    }

    private Result run(String... arguments) throws IOException {
        return CommandLineProcess.run(folder, environment, arguments);
    }

    private List<Map<String, Object>> rows(String sweep) throws IOException {
        return run("results", sweep, "--json")
                .out()
                .lines()
                .map(Json::parseObject)
                .toList();
    }

    @Test
    void flowsOfThreeKindsInOneChart() throws IOException {
        Path sweeps = Files.createDirectory(folder.resolve("sweeps"));
        String text = Files.readString(ROOT.resolve("sweeps/languages.conf"))
                .replace("\"../", "\"" + ROOT + "/")
                .replace(" ../", " " + ROOT + "/")
                .replace("[../", "[" + ROOT + "/");
        Path sweep = Files.writeString(sweeps.resolve("languages.conf"), text);
        Result run = run("run", sweep.toString(), "dim=40", "params.seconds=0.2");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(rows("languages"))
                .hasSize(3)
                .allSatisfy(row -> assertThat((Double) row.get("gflops")).isPositive());
        assertThat(folder.resolve("results/languages/latest/charts")).isDirectoryContaining("glob:**line*.svg");
    }

    private void write(String wait) throws IOException {
        Files.writeString(folder.resolve("train.py"), FLOW);
        Files.writeString(folder.resolve("model.py"), "def score(x):\n    return 10 * x\n");
        Files.writeString(folder.resolve("README.md"), "about it\n");
        Files.writeString(folder.resolve("train.conf"), """
                flow = train.py
                config { x = 0, wait = %s, witness = "%s" }
                grid { x = [1, 2] }
                metrics { score { artifact = score }, loss { reported = loss, reduce = min } }
                run { parallel = 1 }
                """.formatted(wait, folder.resolve("witness")));
    }

    @Test
    void aChangedModuleMakesVariantsStaleAndAReadmeDoesNot() throws IOException {
        write("-1");
        Result first = run("run", "train.conf");
        assertThat(first.exitCode()).as(first.out() + first.err()).isZero();
        await("what has started its runs to end", () -> !hasForkServer());
        assertThat(rows("train")).extracting(row -> row.get("score")).containsExactly(10L, 20L);
        assertThat(rows("train"))
                .extracting(row -> row.get("loss"))
                .allSatisfy(loss -> assertThat((Double) loss).isLessThan(0.5));

        Files.writeString(folder.resolve("README.md"), "something else\n");
        assertThat(run("run", "train.conf").out()).contains("2 reused");

        Files.writeString(folder.resolve("model.py"), "def score(x):\n    return 11 * x\n");
        assertThat(run("run", "train.conf").out()).contains("2 stale").contains("model.py");
    }

    @Test
    void aFlowIsDeployedBesideTheVariantsAndRunAtTheEnd() throws IOException {
        write("-1");
        Files.writeString(folder.resolve("words.py"), "def about(tag):\n    return 'about ' + tag\n");
        Files.writeString(folder.resolve("report.py"), """
                from metaflow import Config, FlowSpec, Parameter, step

                from words import about


                class Report(FlowSpec):
                    config = Config("config")
                    most = Parameter("most", default=1)

                    @step
                    def start(self):
                        self.said = about(self.config.tag)
                        self.twice = 2 * self.most
                        self.next(self.end)

                    @step
                    def end(self):
                        pass


                if __name__ == "__main__":
                    Report()
                """);
        Files.writeString(
                folder.resolve("train.conf"),
                Files.readString(folder.resolve("train.conf")).replace("parallel = 1", "parallel = 1, mode = deploy")
                        + "deploy { also = [{ flow = report.py, config { tag = \"${sweep.tag}\" }, params { most = 4 },"
                        + " trigger_at_end = true }] }\n");

        Result sweep = run("run", "train.conf", "x=1");

        assertThat(sweep.exitCode()).as(sweep.out() + sweep.err()).isZero();
        assertThat(rows("train")).extracting(row -> row.get("score")).containsExactly(10L);
        Run report = Client.at(folder.resolve(".flowsweep"))
                .flowNamed("Report")
                .latestRun()
                .orElseThrow();
        assertThat(report.failure()).isEmpty();
        assertThat(report.data().get("said", String.class)).startsWith("about sweep:");
        assertThat(report.data().get("twice", int.class)).isEqualTo(8);
    }

    @Test
    void aKilledDriverLeavesNoProcessAndResumeGivesTheSameResults() throws IOException {
        write("2");
        CommandLineProcess driver = CommandLineProcess.start(folder, environment, "run", "train.conf");
        Path witness = folder.resolve("witness");
        await("the second variant to work", () -> Files.exists(witness));
        String[] ids = Files.readString(witness).split(" ");
        assertThat(hasForkServer()).isTrue();
        driver.kill();
        await("the task to end", () -> !ThisMachine.lives(Long.parseLong(ids[0])));
        await("its group to be empty", () -> ProcessGroup.members(ids[1]).isEmpty());
        await("what has started it to end", () -> !hasForkServer());

        // the frozen code counts, not what is there now
        Files.writeString(folder.resolve("model.py"), "raise ValueError('not this')\n");
        Result resumed = run("resume", "train");
        assertThat(resumed.out()).contains("2 of 2 variants succeeded");
        assertThat(rows("train")).extracting(row -> row.get("score")).containsExactly(10L, 20L);
    }

    private boolean hasForkServer() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .anyMatch(line -> line.contains(folder + "/.flowsweep/metaflow/forkserver"));
    }
}
