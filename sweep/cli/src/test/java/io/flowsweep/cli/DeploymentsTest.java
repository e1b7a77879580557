package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.deployer.spi.DeployRequest;
import io.flowsweep.deployer.spi.Requester;
import io.flowsweep.deployer.spi.Targets;
import io.flowsweep.store.Store;
import io.flowsweep.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code flow deploy}, {@code flow schedule}, {@code flow trigger} and the verbs of {@code deployments}. */
@Timeout(600)
class DeploymentsTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;
            import java.nio.file.*;

            public class Report extends FlowSpec {
                record Settings(int base, String apiToken) {}

                @FlowConfig(defaultValue = "base = 1, api_token = s3cr3t") Settings config;
                @Parameter(required = true) int day;
                @Parameter String name = "nobody";
                @Parameter String gate = "";
                int result;

                @Step(next = "end")
                void start() throws Exception {
                    while (!gate.isEmpty() && !Files.exists(Path.of(gate))) { Thread.sleep(5); }
                    result = config.base() + day;
                    if (day < 0) { throw new IllegalStateException("no such day"); }
                }

                @Step void end() {}
            }
            """;

    @TempDir
    static Path folder;

    private static String file;

    @BeforeAll
    static void write() throws IOException {
        file = Files.writeString(folder.resolve("Report.java"), FLOW).toString();
        ok("flow", "deploy", file, "--name", "ready", "--tag", "all");
    }

    private static Cli run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--store", folder.resolve("store").toString()));
        return Cli.run(all.toArray(String[]::new));
    }

    private static Cli ok(String... words) {
        Cli cli = run(words);
        assertThat(cli.exit()).as(cli.err()).isZero();
        return cli;
    }

    private static Map<String, Object> json(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        return Json.parseObject(
                ok(all.toArray(String[]::new)).out().lines().reduce((a, b) -> b).orElseThrow());
    }

    @Test
    void aDeployedFlowIsListedShownTriggeredRolledBackAndDeleted() {
        assertThat(ok("flow", "deploy", file, "--name", "daily", "--tag", "exp").out())
                .contains("deployed daily, version 1", "flowsweep flow trigger daily");
        assertThat(json(
                        "flow",
                        "deploy",
                        file,
                        "--name",
                        "daily",
                        "--config-value",
                        "config",
                        "{base=5,api_token=s3cr3t}"))
                .containsEntry("version", 2L)
                .containsEntry("configs", Map.of("config", Map.of("base", 5L, "api_token", "***")));

        assertThat(ok("deployments", "ls").out()).contains("daily", "ready", "Report");
        assertThat(json("deployments", "ls", "--tag", "all")).containsEntry("deployment", "ready");

        assertThat(json("flow", "trigger", "daily", "--day", "3", "--param", "name=ada", "--wait"))
                .containsEntry("status", "SUCCEEDED")
                .containsEntry("version", 2L)
                .containsEntry("parameters", Map.of("day", 3L, "name", "ada"));
        assertThat(ok("deployments", "rollback", "daily", "1").out()).contains("version 1 of daily counts again");
        assertThat(json("deployments", "show", "daily"))
                .containsEntry("version", 1L)
                .containsKeys("plan", "runs");
        assertThat(ok("deployments", "show", "daily").out())
                .contains("daily, version 1 of ", "config.base", "created, version 2", "rolled back, version 1")
                .contains("succeeded, version 2, by manual ")
                .doesNotContain("s3cr3t");

        assertThat(ok("deployments", "delete", "daily").out()).isEqualToIgnoringNewLines("deleted daily");
        assertThat(run("flow", "trigger", "daily", "--day", "3").err()).contains("was deleted by ");
        assertThat(run("flow", "trigger", "daily", "--day", "3").exit()).isEqualTo(2);
    }

    @Test
    void thoseWithATagAreSteeredTogether() {
        for (int i = 0; i < 3; i++) {
            ok("flow", "deploy", file, "--name", "many-" + i, "--tag", "many", "--day", "1");
        }

        assertThat(ok("deployments", "pause", "--tag", "many").out().lines())
                .containsExactly("paused many-0", "paused many-1", "paused many-2");
        assertThat(ok("deployments", "ls", "--tag", "many").out()).contains("(paused)");
        assertThat(ok("deployments", "unpause", "--tag", "many").out().lines()).hasSize(3);
        assertThat(ok("deployments", "trigger", "--tag", "many", "--wait").out().lines())
                .hasSize(6)
                .filteredOn(line -> line.endsWith(" succeeded"))
                .hasSize(3);
        assertThat(ok("deployments", "delete", "--tag", "many", "--json").out().lines())
                .hasSize(3);
        assertThat(run("deployments", "delete", "--tag", "many").err()).contains("no deployment carries the tag many");
    }

    @Test
    void whatIsSomebodyElsesIsChangedByForceOnly() {
        ok("flow", "deploy", file, "--name", "hers", "--tag", "shared");
        ok("flow", "deploy", file, "--name", "mine", "--tag", "shared");
        Store store = Stores.in(folder.resolve("store"));
        Deployment hers = Deployments.of(store).get("hers").deployment();
        Targets.named("local", store).create(new DeployRequest("hers", hers.run(), new Requester("grace", true)));

        for (String verb : List.of("delete", "pause", "unpause")) {
            Cli refused = run("deployments", verb, "--tag", "shared");
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err()).contains("the deployment \"hers\" is grace's, who made version 2 at ", "--force");
        }
        assertThat(run("deployments", "rollback", "hers", "1").err()).contains("is grace's");
        assertThat(json("deployments", "ls", "--tag", "shared"))
                .as("nothing was done to the others either")
                .containsEntry("deployment", "mine")
                .containsEntry("paused", false);

        ok("flow", "trigger", "hers", "--day", "1");
        assertThat(ok("deployments", "rollback", "hers", "1", "--force").out())
                .contains("version 1 of hers counts again");
        assertThat(ok("deployments", "delete", "--tag", "shared").out().lines())
                .containsExactly("deleted hers", "deleted mine");
    }

    @Test
    void aRunThatFailsIsToldByTheExitCode() {
        Cli cli = run("flow", "trigger", "ready", "--day", "-1", "--wait");

        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.out()).contains("failed: IllegalStateException: no such day");
    }

    @Test
    void aTriggerIdStartsOneRun() {
        assertThat(json("flow", "trigger", "ready", "--day", "1", "--id", "monday")
                        .get("run"))
                .isEqualTo(json("flow", "trigger", "ready", "--day", "2", "--id", "monday")
                        .get("run"));
    }

    @Test
    void aRunIsSuspendedAndTerminated() {
        String run = (String) json(
                        "flow",
                        "trigger",
                        "ready",
                        "--day",
                        "1",
                        "--gate",
                        folder.resolve("never").toString())
                .get("run");

        assertThat(ok("deployments", "suspend", run).out()).isEqualToIgnoringNewLines("suspended " + run);
        assertThat(ok("deployments", "show", "ready", "-n", "20").out()).contains(run, ", suspended");
        ok("deployments", "unsuspend", run);
        assertThat(json("deployments", "terminate", run)).containsEntry("status", "TERMINATED");
        assertThat(run("deployments", "terminate", run).err()).contains("has ended: terminated");
    }

    @Test
    void aScheduleIsDeployedWithItsNextTimes() {
        Cli cli = ok(
                "flow",
                "schedule",
                file,
                "--name",
                "timed",
                "--day",
                "1",
                "--cron",
                "30 6 * * MON,WED",
                "--timezone",
                "Europe/Berlin");

        assertThat(cli.out()).contains("deployed timed, version 1, to run at \"30 6 * * MON,WED\" in Europe/Berlin:");
        assertThat(cli.out().lines().filter(line -> line.contains(" 06:30:00 +0")))
                .hasSize(3);
        assertThat(ok("deployments", "ls").out()).contains("30 6 * * MON,WED");
        assertThat((List<?>) json(
                                "flow",
                                "schedule",
                                file,
                                "--name",
                                "timed",
                                "--day",
                                "1",
                                "--cron",
                                "@daily",
                                "--next",
                                "5")
                        .get("next"))
                .hasSize(5);
        ok("deployments", "delete", "timed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deployments show redy | Did you mean \"ready\"?",
                "flow trigger ready | the parameter \"day\" is required and has no value",
                "flow trigger ready --dey 3 | the flow has no parameter \"dey\". Did you mean \"day\"?",
                "flow trigger ready --day x | day",
                "deployments trigger | Say which deployments",
                "deployments pause ready --tag all | Say which deployments",
                "deployments delete --tag nothing | no deployment carries the tag nothing",
                "deployments rollback ready 9 | has no version 9. There are: 1",
                "deployments terminate nothing | there is no triggered run \"nothing\"",
                "deployments ls --target argoo | there is no target \"argoo\"",
                "flow deploy FILE --target lokal | Did you mean \"local\"?",
                "flow deploy FILE --branch b | is in no project",
                "flow deploy FILE --executor inline | cannot be carried out by the executor inline",
                "flow schedule FILE --name x | has no schedule",
                "flow schedule FILE --name x --cron @daily | the parameter \"day\" is required and has no value",
                "flow schedule FILE --name x --cron @dayly | cron",
                "flow schedule FILE --name x --cron @daily --timezone Europe/Berlni | Did you mean \"Europe/Berlin\"",
                "flow schedule FILE --name x --timezone UTC | go with --cron"
            })
    void whatCannotBeIsRefusedWithTheCure(String words, String message) {
        Cli cli = run(words.replace("FILE", file).split(" "));

        assertThat(cli.exit()).as(cli.err()).isEqualTo(2);
        assertThat(cli.err()).contains(message).doesNotContain("\tat ");
        assertThat(run("deployments", "ls", "--json").out()).doesNotContain("\"deployment\":\"x\"");
    }
}
