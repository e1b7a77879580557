package io.flowsweep.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The environment and the working directory of a run's hosts. */
@Timeout(900)
class SurroundingsTest {

    public static class Looks extends FlowSpec {
        @Parameter
        String wanted = "";

        String seen;
        String where;

        @Step(next = "end")
        void start() {
            seen = System.getenv("FRUIT") + " " + System.getenv("API_TOKEN") + " " + (System.getenv("PATH") != null);
            where = Path.of("").toAbsolutePath().getFileName().toString();
        }

        @Step
        void end() {
            if (!Files.exists(Path.of("ready"))) {
                throw new IllegalStateException("not ready");
            }
        }
    }

    @TempDir
    Path folder;

    private Runner looks() {
        return Runner.of(Looks.class).store(folder.resolve("store"));
    }

    private Path workplace(String name, boolean ready) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        if (ready) {
            Files.createFile(place.resolve("ready"));
        }
        return place;
    }

    @Test
    void areGivenToAHostOnTopOfThisProgramsOwn() throws IOException {
        Run run = looks().env("FRUIT", "pear")
                .env(Map.of("API_TOKEN", "xyz"))
                .workingDirectory(workplace("there", true))
                .run()
                .run();

        assertThat(run.failure()).isEmpty();
        assertThat(run.data().get("seen", String.class)).isEqualTo("pear xyz true");
        assertThat(run.data().get("where", String.class)).isEqualTo("there");
    }

    @Test
    void areKeptWithTheRunButForSecrets() throws IOException {
        Run run = looks().env("FRUIT", "pear")
                .env("API_TOKEN", "xyz-secret")
                .run()
                .run();

        assertThat(run.surroundings().environment())
                .isEqualTo(Map.of("FRUIT", Optional.of("pear"), "API_TOKEN", Optional.empty()));
        Path log = folder.resolve("store/flows/Looks/runs/" + run.id() + "/run.jsonl");
        assertThat(log).content().contains("pear").doesNotContain("xyz-secret");
    }

    @Test
    void areThoseOfTheOriginInARunThatResumesUnlessItIsGivenOthers() throws IOException {
        Path first = workplace("first", false);
        Run origin = looks().env("FRUIT", "pear")
                .env("API_TOKEN", "xyz")
                .workingDirectory(first)
                .run()
                .run();
        assertThat(origin.state()).isEqualTo(RunState.FAILED);

        assertThatThrownBy(() -> looks().resume(origin.id()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("API_TOKEN")
                .hasMessageContaining(".env(\"API_TOKEN\", …)");

        Files.createFile(first.resolve("ready"));
        try (ExecutingRun same = looks().env("API_TOKEN", "abc").resume(origin.id(), "start")) {
            assertThat(same.await()).isEqualTo(RunState.SUCCEEDED);
            assertThat(same.run().data().get("seen", String.class)).isEqualTo("pear abc true");
            assertThat(same.run().data().get("where", String.class)).isEqualTo("first");
        }
        try (ExecutingRun other = looks().env(Map.of("API_TOKEN", "abc", "FRUIT", "fig"))
                .workingDirectory(workplace("second", true))
                .resume(origin.id(), "start")) {
            assertThat(other.await()).isEqualTo(RunState.SUCCEEDED);
            assertThat(other.run().data().get("seen", String.class)).isEqualTo("fig abc true");
            assertThat(other.run().data().get("where", String.class)).isEqualTo("second");
        }
    }

    @Test
    void thatInlineCannotGiveAreRefusedWithTheCure() {
        Runner inline = looks().executor("inline");

        assertThatThrownBy(() -> inline.env("FRUIT", "pear").start())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("environment variables")
                .hasMessageContaining("process executor");
        assertThatThrownBy(() -> inline.workingDirectory(folder).start()).hasMessageContaining("a working directory");
        assertThat(Client.at(folder.resolve("store")).flows()).isEmpty();
    }

    @Test
    void thatDoNotExistAreRefused() {
        assertThatThrownBy(
                        () -> looks().workingDirectory(folder.resolve("none")).start())
                .hasMessageContaining("there is no folder to work in");
        assertThatThrownBy(() -> looks().env("A=B", "c")).isInstanceOf(IllegalArgumentException.class);
    }
}
