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

/** Configs and parameters on the command line and in its environment. */
@Timeout(600)
class FlowSettingsTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;
            import java.nio.file.*;
            import java.util.*;

            public class Train extends FlowSpec {
                record Settings(int cpu, Optional<String> apiToken) {}

                @FlowConfig(defaultFile = "default.yaml") Settings config;
                @Parameter(min = 1) int epochs = 3;
                @Parameter Path data;
                @Parameter List<Integer> layers = List.of(8);
                String text;

                @Step(next = "end")
                @Resources(cpu = "${config.cpu}")
                void start() throws Exception {
                    text = data == null ? "no data" : Files.readString(data);
                    System.out.println(config.cpu() + " " + epochs + " " + layers + " " + text + System.getenv("MODE"));
                }

                @Step void end() {}
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Train.java"), FLOW);
        Files.writeString(folder.resolve("default.yaml"), "cpu: 1\napi_token: hush\n");
        Files.writeString(folder.resolve("data.csv"), "some data");
    }

    private Result flow(Map<String, String> environment, String... arguments) throws IOException {
        return CommandLineProcess.run(folder, environment, arguments);
    }

    private void assertRefused(Result result, String... parts) {
        assertThat(result.err()).contains(parts).doesNotContain("\tat ").contains("error: ");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(folder.resolve(".flowsweep/flows")).doesNotExist();
    }

    @Test
    void areGivenToARun() throws IOException {
        Result run = flow(
                Map.of("FLOWSWEEP_PARAMETER_EPOCHS", "9", "FLOWSWEEP_PARAMETER_DATA", "data.csv"),
                "flow",
                "run",
                "Train.java",
                "--config-value",
                "config",
                "cpu = 1",
                "--layers",
                "[1, 2]",
                "--set-env",
                "MODE= is=fast",
                "--epochs=5");

        assertThat(run.out()).contains("1 5 [1, 2] some data is=fast");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void codeBesideAFlowGoesWithIt() throws IOException {
        Path more = Files.createDirectory(folder.resolve("more"));
        Files.writeString(more.resolve("Other.java"), "public class Other { static final String TEXT = \"other\"; }\n");
        Files.writeString(folder.resolve("Uses.java"), """
                import io.flowsweep.flow.*;

                public class Uses extends FlowSpec {
                    @Step(next = "end") void start() { System.out.println("the " + Other.TEXT); }

                    @Step void end() {}
                }
                """);

        Result run = flow(Map.of(), "flow", "run", "Uses.java", "--flow-sources", "more/*.java");

        assertThat(run.out()).as(run.err()).contains("the other");
    }

    @Test
    void areShownWithTheirPlacesAndWithoutSecrets() throws IOException {
        Result plain = flow(Map.of(), "flow", "show", "Train.java");
        assertThat(plain.out()).contains("config = {\"api_token\":\"***\",\"cpu\":1}  (default.yaml)");

        Result json = flow(Map.of(), "flow", "show", "--json", "Train.java");
        assertThat(json.out())
                .contains(
                        "\"value\":{\"api_token\":\"***\",\"cpu\":1}", "\"places\":{\"api_token\":\"default.yaml:2\"");

        Result places = flow(Map.of(), "flow", "show", "--config", "Train.java", "--layers", "[1]");
        assertThat(places.lines())
                .anySatisfy(line -> assertThat(line).matches("config.cpu +1 +default.yaml:1"))
                .anySatisfy(line -> assertThat(line).matches("config.api_token +\\*\\*\\* +default.yaml:2"))
                .anySatisfy(line -> assertThat(line).matches("layers +\\[1] +parameter"));
        assertThat(flow(Map.of(), "flow", "show", "Train.java", "--config").out())
                .isEqualTo(
                        flow(Map.of(), "flow", "show", "--config", "Train.java").out());
    }

    @Test
    void ofAVariantKeepThePlacesInTheFilesOfItsSweep() throws IOException {
        Files.writeString(folder.resolve("Shown.java"), """
                import io.flowsweep.flow.*;

                public class Shown extends FlowSpec {
                    record Settings(int cpu, double rate) {}

                    @FlowConfig Settings config;

                    @Step(next = "end") void start() { current().showSettings(); }

                    @Step void end() {}
                }
                """);
        Files.writeString(folder.resolve("base.conf"), "cpu = 1\nrate = 0.5\n");
        Files.writeString(folder.resolve("s.conf"), """
                flow = Shown.java
                config { include "base.conf" }
                grid { cpu = [1, 2] }
                run { executor = inline }
                """);
        assertThat(flow(Map.of(), "run", "s.conf").exitCode()).isZero();

        assertThat(flow(Map.of(), "flow", "logs", "latest").lines())
                .anySatisfy(line -> assertThat(line).matches(".*config.cpu +[12] +.*s.conf:3"))
                .anySatisfy(line -> assertThat(line).matches(".*config.rate +0.5 +.*base.conf:2"));
    }

    @Test
    void thatAreWrongAreRefusedAndNothingIsStarted() throws IOException {
        assertRefused(
                flow(Map.of(), "flow", "run", "Train.java", "--epocs", "3"), "no parameter \"epocs\"", "\"epochs\"?");
        assertRefused(flow(Map.of(), "flow", "run", "Train.java", "--epochs", "0"), "must be at least 1, but got 0");
        assertRefused(flow(Map.of(), "flow", "run", "Train.java", "--data", "dat.csv"), "dat.csv", "\"data.csv\"?");
        assertRefused(flow(Map.of(), "flow", "run", "Train.java", "--epochs"), "--epochs needs a value");
        assertRefused(flow(Map.of(), "flow", "run", "Train.java", "--set-env", "MODE"), "--set-env", "NAME=VALUE");
        assertRefused(flow(Map.of(), "flow", "run", "Train.java", "--config", "config"), "--config NAME FILE");
        assertRefused(
                flow(Map.of(), "flow", "run", "Train.java", "--config-value", "confg", "cpu = 1"),
                "no config \"confg\"",
                "\"config\"?");
        assertRefused(
                flow(
                        Map.of("FLOWSWEEP_CONFIG_CONFIG", "a", "FLOWSWEEP_CONFIG_VALUE_CONFIG", "b"),
                        "flow",
                        "check",
                        "Train.java"),
                "given both a file and a value");
        assertRefused(
                flow(
                        Map.of(),
                        "flow",
                        "check",
                        "Train.java",
                        "--config-value",
                        "config",
                        "cpu = 1",
                        "--config-value",
                        "config",
                        "cpu = 2"),
                "given twice");
    }

    @Test
    void inTheEnvironmentAreBelowTheCommandLineAndWarnedAboutWhenUnknown() throws IOException {
        Result check = flow(
                Map.of("FLOWSWEEP_CONFIG_VALUE_CONFIG", "cpu = 0", "FLOWSWEEP_CONFIG_CONFIGS", "x"),
                "flow",
                "check",
                "Train.java",
                "--config",
                "config",
                "default.yaml");

        assertThat(check.exitCode()).isZero();
        assertThat(check.err()).contains("FLOWSWEEP_CONFIG_CONFIGS names no config");
    }
}
