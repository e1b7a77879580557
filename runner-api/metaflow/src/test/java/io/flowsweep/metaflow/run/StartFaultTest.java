package io.flowsweep.metaflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What Metaflow prints before it starts a run, and what it comes to. */
class StartFaultTest {

    private static Failure of(String printed) {
        StartFault fault = new StartFault(Path.of("/store/inputs/0123"), Path.of("/work"), "python3");
        printed.lines().forEach(fault::add);
        return fault.failure(Failure.of("exit", "the command ended with exit code 1"));
    }

    @Test
    void anEnvironmentThatCannotBeFetchedIsNoFaultOfTheConfiguration() {
        Failure failure = of("""
                Metaflow 2.19.39 executing P for user:me
                Validating your flow...
                    The graph looks good!
                    Micromamba ran into an error while setting up environment:
                    the server does not answer
                """);
        assertThat(failure.summary())
                .isEqualTo(
                        "environment: Micromamba ran into an error while setting up environment: the server does not answer");
    }

    @Test
    void aMicromambaThatCannotBeFetchedIsToldWithoutTheTalkOfItsTools() {
        Failure failure = of("""
                Metaflow 2.19.39 executing P for user:me
                    Micromamba ran into an error while setting up environment:
                    Micromamba installation 'curl -Ls https://there | tar -xvj' failed:

                    bzip2: Compressed file ends unexpectedly;
                """);
        assertThat(failure.summary())
                .startsWith(
                        "environment: Micromamba ran into an error while setting up environment: Micromamba installation"
                                + " 'curl -Ls https://there | tar -xvj' failed. ")
                .contains("METAFLOW_PATH_TO_MICROMAMBA");
    }

    @Test
    void whatAConfigDoesNotHave() {
        assertThat(of("""
                    Internal error
                Traceback (most recent call last):
                  File "/lib/metaflow/cli.py", line 739, in main
                AttributeError: missing
                """).message())
                .isEqualTo(
                        "AttributeError: missing. A decorator or a default seems to name what a config does not have.");
    }

    @Test
    void aFileThatIsNoPythonHasItsLine() {
        Failure failure = of("""
                  File "/store/inputs/0123/train.py", line 4
                    def start(self)
                                   ^
                SyntaxError: expected ':'
                """);
        assertThat(failure.summary()).isEqualTo("configuration: SyntaxError: expected ':', in (train.py:4)");
    }

    @Test
    void aMetaflowThatIsTooOldIsToldFromItsVersion() {
        Failure failure = of("""
                Metaflow 2.10.0 executing Train for user:me
                Usage: train.py [OPTIONS] COMMAND [ARGS]...

                Error: no such option: --config-value
                """);
        assertThat(failure.message())
                .isEqualTo(
                        "no such option: --config-value. This Metaflow 2.10.0 is too old: --config-value needs 2.13 or newer.");
    }
}
