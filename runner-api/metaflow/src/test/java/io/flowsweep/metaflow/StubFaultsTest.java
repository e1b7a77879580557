package io.flowsweep.metaflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Run;
import io.flowsweep.metaflow.testing.StubMetaflow;
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

/** Faults that show without the real Metaflow. */
@Timeout(600)
class StubFaultsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException {
        StubMetaflow.install(Files.createDirectory(folder.resolve("bin")));
    }

    private Run run(String more, Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("flow.py"), ContractFlow.TEXT + more);
        return Runner.of(folder.resolve("flow.py"))
                .store(folder.resolve("store"))
                .config("config", Map.of("base", 1, "how", "well"))
                .env("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"))
                .env(environment)
                .run()
                .run();
    }

    @Test
    void aMetaflowThatIsTooOldForConfigs() throws IOException {
        assertThat(run("", Map.of("STUB_VERSION", "2.12.39")).failure())
                .contains(
                        "configuration: no such option: --config-value. This Metaflow 2.12.39 is too old: --config-value needs"
                                + " 2.13 or newer.");
    }

    @Test
    void badValuesAreToldWithoutCeremony() throws IOException {
        String said = "Error: Bad values passed for configuration options: missing configuration for 'config'";
        assertThat(run("\n# refused: " + said + "\n", Map.of()).failure())
                .contains("configuration: missing configuration for 'config'");
    }

    @Test
    void aPythonWithoutMetaflow() throws IOException {
        Path python = folder.resolve("bin/python3");
        Files.writeString(
                python,
                "#!/bin/sh\necho 'Traceback (most recent call last):'\necho '  File \"flow.py\", line 4, in <module>'\n"
                        + "echo \"ModuleNotFoundError: No module named 'metaflow'\"\nexit 1\n");
        assertThat(run("", Map.of()).failure().orElseThrow())
                .contains("No module named 'metaflow'")
                .contains("pip install metaflow");
    }

    @Test
    void noPythonAtAll() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        for (String tool : List.of("setsid", "taskset", "sh", "prlimit", "env")) {
            Path wrapper = Files.writeString(empty.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            assertThat(wrapper.toFile().setExecutable(true)).isTrue();
        }
        assertThat(run("", Map.of("PATH", empty.toString())).failure().orElseThrow())
                .contains("there is no python3 on the run's PATH")
                .contains("environment { python");
    }

    @Test
    void variablesOfAnOuterMetaflowAreNotHandedOn() throws IOException {
        Path python = folder.resolve("bin/python3");
        Files.writeString(python, "#!/bin/sh\nenv | grep ^METAFLOW_ | sort\nexit 1\n");
        Run run = run("", Map.of("METAFLOW_DEFAULT_ENVIRONMENT", "pypi"));
        String home = folder.resolve("store/metaflow").toString();
        assertThat(run.log().stream().filter(line -> !line.startsWith("METAFLOW_USER=")))
                .containsExactly(
                        "METAFLOW_CARD_LOCALROOT=" + home + "/.metaflow",
                        "METAFLOW_DATASTORE_SYSROOT_LOCAL=" + home,
                        "METAFLOW_DEFAULT_DATASTORE=local",
                        "METAFLOW_DEFAULT_ENVIRONMENT=pypi",
                        "METAFLOW_DEFAULT_METADATA=local",
                        "METAFLOW_HOME=" + home + "/home");
    }

    @Test
    void aDatastoreOfTheUsersOwnIsLeftAsItIs() throws IOException {
        Path python = folder.resolve("bin/python3");
        Files.writeString(python, "#!/bin/sh\nenv | grep ^METAFLOW_ | sort\nexit 1\n");
        Run run = run("", Map.of("METAFLOW_PROFILE", "company"));
        assertThat(run.log().stream().filter(line -> !line.startsWith("METAFLOW_USER=")))
                .containsExactly("METAFLOW_PROFILE=company");
    }
}
