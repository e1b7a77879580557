package io.flowsweep.cli.endtoend;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.events.RunState;
import io.flowsweep.testing.WaitingFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sweep whose variants are deployed, and whose driver ends in the middle of it. */
@Timeout(600)
class DeployedSweepDeathTest {

    private static final String COUNT = """
            import io.flowsweep.client.Client;
            import io.flowsweep.flow.*;

            public class Count extends FlowSpec {
                record Settings(String tag) {}

                @FlowConfig Settings config;
                Long runs;

                @Step(next = "end") void start() { runs = Client.flow("Waits").runs(config.tag()).count(); }
                @Step void end() {}
            }
            """;

    private static final String SWEEP = """
            name = waits
            flow = Waits.java
            config { n = 0, folder = "FOLDER" }
            grid { n = [0, 1, 2] }
            metrics { value { artifact = value } }
            run { mode = deploy, parallel = 2 }
            deploy { also = [ { flow = Count.java, config { tag = "${sweep.tag}" }, trigger_at_end = true } ] }
            """;

    @TempDir
    private Path folder;

    private WaitingFlow flow;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve(".flowsweep"));
        flow = WaitingFlow.in(folder);
        Files.writeString(folder.resolve("Count.java"), COUNT);
        Files.writeString(folder.resolve("waits.conf"), SWEEP.replace("FOLDER", folder.toString()));
    }

    @Test
    void theRunsGoOnAndTheNextDriverWaitsForThemAndTakesAllAway() throws IOException, InterruptedException {
        CommandLineProcess driver = CommandLineProcess.start(folder, "run", "waits.conf");
        flow.awaitBegun(0, 1);
        driver.kill();
        driver.awaitEnd();
        assertThat(Deployments.at(folder.resolve(".flowsweep")).list())
                .as("two variants, and the flow beside them")
                .hasSize(3);
        assertThat(runs()).extracting(Run::state).doesNotContain(RunState.LOST);

        flow.letAllGo();
        Result resumed = CommandLineProcess.run(folder, "resume", "waits");

        assertThat(resumed.exitCode()).as(resumed.out() + resumed.err()).isZero();
        assertThat(resumed.out()).contains("3 of 3 variants succeeded");
        for (int n = 0; n < 3; n++) {
            assertThat(flow.begun(n)).isEqualTo(1);
        }
        Run last = Client.at(folder.resolve(".flowsweep"))
                .flowNamed("Count")
                .latestRun()
                .orElseThrow();
        assertThat(last.data().get("runs", Long.class)).isEqualTo(3);
        assertThat(Deployments.at(folder.resolve(".flowsweep")).list()).isEmpty();
    }

    @Test
    void aChangedSweepEndsWhatTheOldOneHasLeft() throws IOException, InterruptedException {
        CommandLineProcess driver = CommandLineProcess.start(folder, "run", "waits.conf");
        flow.awaitBegun(0, 1);
        driver.kill();
        driver.awaitEnd();
        Path file = folder.resolve("waits.conf");
        Files.writeString(file, Files.readString(file).replace("[0, 1, 2]", "[7]"));
        flow.letAllGo();

        Result other = CommandLineProcess.run(folder, "run", "waits.conf");

        assertThat(other.exitCode()).as(other.out() + other.err()).isZero();
        assertThat(other.out()).contains("1 of 1 variant succeeded");
        assertThat(Deployments.at(folder.resolve(".flowsweep")).list()).isEmpty();
        await(
                "the end of what was under way",
                () -> runs().stream().allMatch(run -> run.state().ended()));
    }

    @Test
    void anInterruptLeavesNothing() throws IOException, InterruptedException {
        CommandLineProcess driver = CommandLineProcess.startInterruptible(folder, "run", "waits.conf");
        flow.awaitBegun(0, 1);
        driver.signal("INT");

        assertThat(driver.result().exitCode()).isEqualTo(130);
        assertThat(Deployments.at(folder.resolve(".flowsweep")).list()).isEmpty();
        assertThat(runs()).extracting(Run::state).containsOnly(RunState.TERMINATED);
    }

    private List<Run> runs() {
        return Client.at(folder.resolve(".flowsweep")).flowNamed("Waits").runs().toList();
    }
}
