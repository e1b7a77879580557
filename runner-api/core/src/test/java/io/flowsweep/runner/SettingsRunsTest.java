package io.flowsweep.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configs and parameters of real runs: what steps see of them, what is kept, what a resumed run has. */
@Timeout(900)
class SettingsRunsTest {

    @TempDir
    Path folder;

    record Access(String user, String apiKey) {}

    record Settings(String marker, List<Integer> sizes, Map<String, Integer> seeds, Access access) {}

    abstract static class Base extends FlowSpec {
        @FlowConfig
        Settings config;

        @FlowConfig
        Optional<Map<String, Object>> extra;

        @Parameter
        Path data;
    }

    static class Reads extends Base {
        @FlowConfig(defaultValue = "a = [1]")
        com.typesafe.config.Config library;

        String first;
        String second;

        @Step(next = "end")
        void start() throws IOException {
            first = Files.readString(data) + data.getFileName() + extra.isPresent() + library.getIntList("a");
        }

        @Step
        void end() throws IOException {
            current().showSettings("config.sizes");
            if (!Files.exists(Path.of(config.marker()))) {
                throw new IllegalStateException("not yet");
            }
            second = Files.readString(data);
        }
    }

    private Runner runner(Class<? extends FlowSpec> flow, String executor) throws IOException {
        Path config = Files.writeString(
                folder.resolve("c.yaml"),
                "marker: " + folder.resolve("marker")
                        + "\nsizes: [1, 2]\nseeds: { a: 1 }\naccess:\n  user: me\n  api_key: hush\n");
        Path data = Files.writeString(folder.resolve("data.csv"), "1,2");
        return Runner.of(flow)
                .store(folder.resolve("store"))
                .executor(executor)
                .config("config", config)
                .parameter("data", data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inline", "process"})
    void areThoseOfTheOriginInAResumedRun(String executor) throws IOException {
        ExecutingRun failed = runner(Reads.class, executor).run();
        assertThat(failed.status()).isEqualTo(RunState.FAILED);
        Files.delete(folder.resolve("data.csv"));
        Files.delete(folder.resolve("c.yaml"));
        Files.createFile(folder.resolve("marker"));

        ExecutingRun resumed = Runner.of(Reads.class)
                .store(folder.resolve("store"))
                .executor(executor)
                .resume(failed.id());
        resumed.await();
        Run run = resumed.run();

        assertThat(run.state()).as(String.valueOf(run.failure())).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.data().get("first", String.class)).isEqualTo("1,2data.csvfalse[1]");
        assertThat(run.data().get("second", String.class)).isEqualTo("1,2");
        assertThat(run.parameterFile("data")).asString().isEqualTo("1,2");
        assertThat(run.config("config", Settings.class).sizes()).containsExactly(1, 2);
        assertThat(run.plan().configs().get(0).places().get("sizes")).endsWith("c.yaml:2");
        assertThat(run.configs()).containsOnlyKeys("config", "library");
    }

    @Test
    void areShownByAStepWithTheirPlacesAndWithoutSecrets() throws IOException {
        List<String> log = runner(Reads.class, "process").run().run().log();

        assertThat(log)
                .anySatisfy(line -> assertThat(line).matches("config.seeds.a +1 +.*c.yaml:3"))
                .anySatisfy(line -> assertThat(line).matches("config.access.user +me +.*c.yaml:5"))
                .anySatisfy(line -> assertThat(line).matches("config.access.api_key +\\*\\*\\* +.*c.yaml:6"))
                .anySatisfy(line -> assertThat(line).matches("extra +not given"))
                .anySatisfy(line -> assertThat(line).matches("data +data.csv +parameter"))
                .noneSatisfy(line -> assertThat(line).contains("sizes"))
                .noneSatisfy(line -> assertThat(line).contains("hush"));
    }

    static class Changes extends Base {
        @Step(next = "end")
        void start() {
            config.seeds().put("b", 2);
        }

        @Step
        void end() {}
    }

    @Test
    void cannotBeChangedInside() throws IOException {
        Run run = runner(Changes.class, "inline").run().run();

        assertThat(run.failure().orElseThrow()).contains("the step start changed config", "read-only");
    }

    @Test
    void areGivenAsAFileOrAValueButNotBoth() throws IOException {
        Runner withFile = runner(Reads.class, "inline");

        assertThatThrownBy(() -> withFile.config("config", Map.of("a", 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the config \"config\" is given both a file and a value");
    }

    @Test
    void comeFromTheEnvironmentOnlyWhenAsked() throws IOException {
        Map<String, String> environment =
                Map.of("FLOWSWEEP_CONFIG_VALUE_EXTRA", "x = 1", "FLOWSWEEP_PARAMETER_DATUM", "y");

        assertThat(runner(Reads.class, "inline").plan().configValues()).doesNotContainKey("extra");
        assertThat(runner(Reads.class, "inline").inputsFrom(environment).plan())
                .satisfies(plan -> assertThat(plan.configValues()).containsEntry("extra", Map.of("x", 1L)))
                .satisfies(plan ->
                        assertThat(plan.warnings()).singleElement().asString().contains("FLOWSWEEP_PARAMETER_DATA"));
    }
}
