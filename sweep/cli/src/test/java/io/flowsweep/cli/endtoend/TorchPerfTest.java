package io.flowsweep.cli.endtoend;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.events.RunState;
import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of deployed variants whose events redraw a chart, as a sweep file and as a program, on a small grid. */
@Timeout(600)
class TorchPerfTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void asASweep() throws IOException {
        Result run = CommandLineProcess.run(
                folder,
                "run",
                ROOT.resolve("sweeps/torchperf.conf").toString(),
                "cpu=1",
                "dim=40,80",
                "params.seconds=0.1",
                "--store",
                store().toString());

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("2 of 2 variants succeeded").doesNotContain("warning");
        theChartIsOfAllRunsAndNothingIsDeployed(2);
    }

    @Test
    void asAProgram() throws IOException, InterruptedException {
        List<String> command = JavaProcess.javaWithClassPath();
        command.addAll(List.of(
                ROOT.resolve("examples/torchperf/TorchPerf.java").toString(),
                ROOT.resolve("examples").toString(),
                store().toString(),
                "1",
                "40,80"));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes());

        assertThat(program.waitFor()).as(said).isZero();
        assertThat(said).contains(".1x40 SUCCEEDED").contains(".1x80 SUCCEEDED").contains("flowsweep flow card ");
        theChartIsOfAllRunsAndNothingIsDeployed(2);
    }

    private List<Run> analytics() {
        return Client.at(store()).flowNamed("SweepAnalytics").runs().toList();
    }

    private Path store() {
        return folder.resolve("store");
    }

    private void theChartIsOfAllRunsAndNothingIsDeployed(int variants) throws IOException {
        await(
                "the runs that events have started to end, which belong to nobody here",
                () -> analytics().stream().allMatch(run -> run.state().ended()));
        List<Run> analytics = analytics();
        assertThat(analytics)
                .as("one for each event that was delivered in time, and a last one")
                .hasSizeBetween(1, variants + 1)
                .allMatch(run -> run.state() == RunState.SUCCEEDED);
        Run last = analytics.get(0);
        assertThat(last.data().get("runs", Integer.class)).isEqualTo(variants);
        Path page = folder.resolve("card.html");
        Result card = CommandLineProcess.run(
                folder, "flow", "card", last.id() + "/start", "--store", store().toString(), "-o", page.toString());
        assertThat(card.exitCode()).as(card.err()).isZero();
        assertThat(page).content().contains("data:image/svg").contains(variants + " runs of");
        assertThat(Deployments.at(store()).list()).isEmpty();
    }
}
