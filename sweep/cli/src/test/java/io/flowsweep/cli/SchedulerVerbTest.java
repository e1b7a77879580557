package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.codec.Json;
import io.flowsweep.events.Events;
import io.flowsweep.scheduler.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code scheduler} and the verbs of {@code events}. */
@Timeout(600)
class SchedulerVerbTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;

            @Trigger(event = "data.ready", parameters = "rows")
            public class Load extends FlowSpec {
                @Parameter(min = 0) int rows = 1;
                @Step(next = "end") void start() {}
                @Step void end() {}
            }
            """;

    private static final String ANY = """
            import io.flowsweep.flow.*;

            @Trigger(event = "data.ready")
            public class Any extends FlowSpec {
                @Step(next = "end") void start() {}
                @Step void end() {}
            }
            """;

    @TempDir
    Path folder;

    private Cli run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--store", folder.resolve("store").toString()));
        return Cli.run(all.toArray(String[]::new));
    }

    private Cli ok(String... words) {
        Cli cli = run(words);
        assertThat(cli.exit()).as(cli.err()).isZero();
        return cli;
    }

    private static Map<String, Object> lastLine(Cli cli) {
        return Json.parseObject(cli.out().lines().reduce((a, b) -> b).orElseThrow());
    }

    private void deploy() throws IOException {
        ok(
                "flow",
                "deploy",
                Files.writeString(folder.resolve("Load.java"), FLOW).toString());
    }

    @Test
    void anEventThatWasPublishedIsDeliveredByTheScheduler() throws IOException {
        deploy();
        assertThat(lastLine(ok("events", "publish", "data.ready", "--payload", "{\"rows\": 7}", "--id", "1", "--json")))
                .isEqualTo(Map.of("published", "data.ready", "id", "1", "deployments", 1L, "unfit", Map.of()));
        assertThat(ok("events", "publish", "data.redy", "--id", "1").out())
                .isEqualTo("published data.redy 1\nno deployment waits for it. Did you mean \"data.ready\"?\n");
        assertThat(ok("events", "ls").out()).contains("data.ready", "waits for one", "{\"rows\":7}");

        assertThat(ok("scheduler", "--until-idle").out()).containsPattern("Load  run \\S+ \\(event data.ready 1\\)");

        assertThat(lastLine(ok("events", "ls", "-n", "1", "--json"))).containsEntry("name", "run.finished");
        assertThat(ok("events", "ls").out()).contains("delivered").doesNotContain("waits for one");
        assertThat(ok("deployments", "show", "Load").out()).contains("data.ready");
        assertThat(ok("flow", "show", folder.resolve("Load.java").toString()).out())
                .contains("once deployed, started by\n  data.ready\n");
    }

    @Test
    void aPayloadThatNoDeploymentCanTakeIsNotPublished() throws IOException {
        deploy();

        Cli refused = run("events", "publish", "data.ready", "--payload", "{\"rows\": \"many\"}");

        assertThat(refused.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(refused.err())
                .contains("data.ready: its payload does not fit Load", "the parameter \"rows\"", "many")
                .contains("Nothing was published.");
        assertThat(ok("events", "ls").out()).contains("No event is on record");
    }

    @Test
    void aPayloadThatSomeDeploymentsCannotTakeIsPublishedWithAWarning() throws IOException {
        deploy();
        ok("flow", "deploy", Files.writeString(folder.resolve("Any.java"), ANY).toString());

        Cli warned = ok("events", "publish", "data.ready", "--payload", "{\"rows\": -1}", "--id", "1");

        assertThat(warned.err()).contains("warning: Load will not run: ", "must be at least 0, but got -1");
        assertThat(warned.out()).isEqualTo("published data.ready 1\n");
        assertThat(ok("scheduler", "--until-idle").out())
                .contains("Any  run", "Load  cannot start (event data.ready 1)");
    }

    @Test
    void anIdThatWasUsedBeforeIsTold() throws IOException {
        deploy();
        ok("events", "publish", "data.ready", "--id", "1");
        String told = "an event data.ready 1 is on record already; the first counts\n";

        assertThat(ok("events", "publish", "data.ready", "--id", "1").out()).isEqualTo(told);
        ok("scheduler", "--until-idle");
        assertThat(ok("events", "publish", "data.ready", "--id", "1").out()).isEqualTo(told);
        assertThat(ok("events", "publish", "data.ready", "--id", "2").out()).isEqualTo("published data.ready 2\n");
    }

    @Test
    void whatNobodyTakesAtTheMomentIsTold() throws IOException {
        deploy();
        ok("deployments", "pause", "Load");

        assertThat(ok("events", "publish", "data.ready", "--id", "1").out())
                .contains("Load: paused, or made for other payloads; no run is started");
    }

    @Test
    void whatItDoesIsToldToProgramsAsALineEach() throws IOException {
        deploy();
        Events.at(folder.resolve("store")).send("data.ready", Map.of("rows", -1));

        Cli once = ok("scheduler", "--once", "--json");

        assertThat(once.out().lines().map(Json::parseObject))
                .extracting(line -> line.get("type"))
                .containsExactly("Refused", "Delivered");
        assertThat(once.out()).contains("must be at least 0, but got -1");
    }

    @Test
    void badInputIsRefusedWithACure() {
        assertThat(run("events", "publish", "no name").err()).contains("an event's name is 1 to 120 letters");
        assertThat(run("events", "publish", "a", "--payload", "{x").err())
                .contains("the payload is no JSON object")
                .contains("Write {\"key\": value}");
        assertThat(run("scheduler", "--once", "--until-idle").exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ok("events", "ls").out()).contains("No event is on record");
    }

    @Test
    void aSecondSchedulerIsRefused() {
        try (Scheduler first = Scheduler.start(folder.resolve("store"))) {
            Cli second = run("scheduler");
            assertThat(second.exit()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(second.err())
                    .contains("another scheduler is at work")
                    .contains("process " + ProcessHandle.current().pid());
        }
    }
}
