package io.flowsweep.metaflow.fork;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Run;
import io.flowsweep.codec.Json;
import io.flowsweep.events.RunState;
import io.flowsweep.metaflow.testing.Python;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which runs of a flow are started by which server, if by any; what is imported is a Metaflow in name only. */
@Timeout(600)
class ForkedRunTest {

    private static final String FLOW = """
            import json
            import os
            import sys
            import time

            from metaflow import FlowSpec, step


            class Probe(FlowSpec):
                @step
                def start(self):
                    self.next(self.end)

                @step
                def end(self):
                    pass


            if __name__ == "__main__":
                Probe()
                with open(f"/proc/{os.getppid()}/cmdline") as file:
                    forked = "forkserver" in file.read()
                processors = sorted(os.sched_getaffinity(0))
                answer = {"parent": os.getppid(), "forked": forked, "set": os.environ.get("SET"), "processors": processors}
                print(json.dumps(answer), flush=True)
                while "--tag=sleep" in sys.argv and os.getppid() == answer["parent"]:
                    time.sleep(0.01)
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Python.thatForks();
        Files.writeString(folder.resolve("probe.py"), FLOW);
        Files.writeString(
                Files.createDirectory(folder.resolve("imported")).resolve("metaflow.py"),
                "class FlowSpec:\n    pass\n\n\ndef step(function):\n    return function\n");
    }

    private Runner flow() {
        return Runner.of(folder.resolve("probe.py"))
                .store(folder.resolve("store"))
                .env("PYTHONPATH", folder.resolve("imported").toString());
    }

    private static Map<String, Object> seen(Runner runner) {
        Run run = runner.run().run();
        assertThat(run.failure()).isEmpty();
        return seen(run);
    }

    private static Map<String, Object> seen(Run run) {
        return Json.parseObject(run.log().stream()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void theFirstIsStartedPlainlyTheOthersByOneServer() {
        Runner flow = flow();
        List<Map<String, Object>> runs = List.of(seen(flow), seen(flow), seen(flow));

        assertThat(runs).extracting(run -> run.get("forked")).containsExactly(false, true, true);
        assertThat(runs.get(1).get("parent")).isEqualTo(runs.get(2).get("parent"));
    }

    @Test
    void eachIsHeldToItsProcessors() {
        Runner flow = flow().with("resources:cpu=1");
        List<Map<String, Object>> runs = List.of(seen(flow), seen(flow));

        assertThat(runs.get(1).get("forked")).isEqualTo(true);
        assertThat(runs)
                .extracting(run -> run.get("processors"))
                .allSatisfy(processors -> assertThat((List<?>) processors).hasSize(1));
    }

    @Test
    void eachEnvironmentHasAServerOfItsOwn() {
        Runner one = flow().env("SET", "one");
        Runner two = flow().env("SET", "two");
        List<Map<String, Object>> runs = List.of(seen(one), seen(two), seen(one), seen(two));

        assertThat(runs).extracting(run -> run.get("set")).containsExactly("one", "two", "one", "two");
        assertThat(runs).extracting(run -> run.get("forked")).containsExactly(false, false, true, true);
        assertThat(runs.get(2).get("parent")).isNotEqualTo(runs.get(3).get("parent"));
    }

    @Test
    void settingsOfTheUsersOwnAreReadByEach() {
        Runner flow = flow().env("METAFLOW_HOME", folder.toString());

        assertThat(List.of(seen(flow), seen(flow)))
                .extracting(run -> run.get("forked"))
                .containsOnly(false);
    }

    @Test
    void theRunsOfAServerThatIsKilledGoOnAndTheNextAreStartedPlainly() {
        Runner flow = flow();
        seen(flow);
        ExecutingRun run = flow.tag("sleep").start();
        await("the run to sleep", () -> run.run().log().stream().anyMatch(line -> line.startsWith("{")));
        long server = ((Number) seen(run.run()).get("parent")).longValue();

        ProcessHandle.of(server).orElseThrow().destroyForcibly();

        assertThat(run.await()).isEqualTo(RunState.SUCCEEDED);
        assertThat(seen(flow()).get("forked")).isEqualTo(false);
    }

    @Test
    void aRunIsEndedWhenItIsToldTo() {
        Runner flow = flow();
        seen(flow);
        ExecutingRun run = flow.tag("sleep").start();
        await("the run to sleep", () -> run.run().log().stream().anyMatch(line -> line.startsWith("{")));

        run.terminate();

        assertThat(run.status()).isEqualTo(RunState.TERMINATED);
        assertThat(seen(flow()).get("forked")).isEqualTo(true);
    }
}
