package io.flowsweep.metaflow;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.events.RunState;
import io.flowsweep.metaflow.testing.Python;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.testing.ProcessGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the real Metaflow makes of a branch, of tags and of decorators from outside, and of a run that was killed. */
@Timeout(600)
class ProjectRunTest {

    private static final String FLOW = """
            import os
            import signal
            import subprocess
            import time

            from metaflow import FlowSpec, Parameter, current, project, step


            @project(name="shop")
            class Shop(FlowSpec):
                kill = Parameter("kill", default="")

                @step
                def start(self):
                    self.branch = current.branch_name
                    self.project_flow = current.project_flow_name
                    self.run_tags = sorted(current.tags)
                    self.namespace_of_run = current.namespace
                    self.next(self.left, self.right)

                @step
                def left(self):
                    self.attempts = current.retry_count + 1
                    print("flowsweep tried=%d" % self.attempts)
                    print("flowsweep step=1 loss=0.5")
                    if self.kill == "" and current.retry_count == 0:
                        raise ValueError("once more")
                    self.next(self.join)

                @step
                def right(self):
                    self.greeting = os.environ.get("GREETING", "none")
                    self.next(self.join)

                @step
                def join(self, inputs):
                    self.merge_artifacts(inputs)
                    witness = os.path.join(os.getcwd(), "witness")
                    killed = len(open(witness).readlines()) if os.path.exists(witness) else 0
                    if killed < {"": 0, "task": 1, "run": 2}[self.kill]:
                        subprocess.Popen(["sleep", "300"])
                        with open(witness, "a") as file:
                            file.write("%d\\n" % os.getpgid(0))
                        os.kill(os.getpid() if self.kill == "task" else os.getppid(), signal.SIGKILL)
                        time.sleep(300)
                    self.joined = True
                    self.next(self.end)

                @step
                def end(self):
                    pass


            if __name__ == "__main__":
                Shop()
            """;

    @TempDir
    Path folder;

    private Runner shop;

    @BeforeEach
    void write() throws IOException {
        Path path = Python.withMetaflow().command().getParent();
        Files.writeString(folder.resolve("shop.py"), FLOW);
        shop = Runner.of(folder.resolve("shop.py"))
                .store(folder.resolve("store"))
                .env("PATH", path + ":" + System.getenv("PATH"));
    }

    @Test
    void aBranchTagsAndDecoratorsTakeEffect() {
        Run run = shop.branch("exp1")
                .tag("demo:1")
                .with("retry:times=1,minutes_between_retries=0")
                .with("environment:vars={\"GREETING\": \"hello\"}")
                .run()
                .run();

        assertThat(run.failure()).isEmpty();
        assertThat(run.data().values())
                .containsEntry("branch", "test.exp1")
                .containsEntry("project_flow", "shop.test.exp1.Shop")
                .containsEntry("attempts", 2L)
                .containsEntry("greeting", "hello")
                .containsEntry("tried", 2.0) // what a task printed as a result goes on to the last one
                .containsEntry("joined", true);
        assertThat((List<?>) run.data().find("run_tags").orElseThrow())
                .asString()
                .contains("demo:1");
        assertThat(run.data().get("namespace_of_run", String.class)).startsWith("user:");
        assertThat(run.tags()).contains("demo:1", "project:shop", "project_branch:test.exp1");
        Task left = run.step("left").task().orElseThrow();
        assertThat(left.failures()).hasSize(1);
        assertThat(left.failures().get(0).summary()).startsWith("ValueError: once more, in left (shop.py:");
        assertThat(Client.at(folder.resolve("store")).flowNamed("Shop").runs("demo:1"))
                .hasSize(1);
    }

    @Test
    void aKilledTaskLeavesNothingAndIsResumedByMetaflow() throws IOException {
        Run first = shop.parameter("kill", "task").run().run();
        wasKilled(first, 1);
        forgetHowLeftEnded(first);

        isComplete(resumed(first), first);
    }

    /** As when the driver dies between the end of a task and its next look at what the run has printed. */
    private void forgetHowLeftEnded(Run run) throws IOException {
        Path log = folder.resolve("store/flows/Shop/runs/" + run.id() + "/host-1.jsonl");
        List<String> kept = Files.readAllLines(log).stream()
                .filter(line -> !line.contains("\"task\":\"left-") || line.contains("TaskStarted"))
                .toList();
        assertThat(kept).hasSizeLessThan(Files.readAllLines(log).size());
        Files.write(log, kept);
    }

    @Test
    void aKilledMetaflowLeavesNothingAndIsResumedAsOftenAsItTakes() throws IOException {
        Run first = shop.parameter("kill", "run").run().run();
        wasKilled(first, 1);
        Run second = resumed(first);
        wasKilled(second, 2);

        isComplete(resumed(second), first);
    }

    private void wasKilled(Run run, int times) throws IOException {
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.failureDetails().orElseThrow().kind()).isEqualTo("killed");
        List<String> groups = Files.readAllLines(folder.resolve("witness"));
        assertThat(groups).hasSize(times);
        await(
                "its processes, which were told to end, to be gone",
                () -> ProcessGroup.members(groups.get(times - 1)).isEmpty());
    }

    private Run resumed(Run origin) {
        ExecutingRun resuming = shop.resume(origin.id());
        resuming.await();
        assertThat(resuming.run().origin()).contains(origin.id());
        return resuming.run();
    }

    /** With all that the first one had, what its tasks had printed included. */
    private static void isComplete(Run run, Run first) {
        assertThat(run.failure()).isEmpty();
        assertThat(run.data().values()).containsEntry("joined", true).containsEntry("tried", 1.0);
        assertThat(run.metrics())
                .extracting(value -> value.metric() + value.step() + "=" + value.value())
                .containsExactly("loss1.0=0.5");
        Task left = run.step("left").task().orElseThrow();
        assertThat(left.metrics()).hasSize(1);
        assertThat(left.key()).isEqualTo(first.step("left").task().orElseThrow().key());
        assertThat(run.step("right").task().orElseThrow().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.data().find("branch"))
                .isEqualTo(first.step("start").task().orElseThrow().data().find("branch"));
    }
}
