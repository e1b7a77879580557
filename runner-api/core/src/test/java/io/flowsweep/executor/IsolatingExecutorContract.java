package io.flowsweep.executor;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Run;
import io.flowsweep.events.RunState;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.ThisMachine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What executors do that keep hosts out of each other's processes: all capabilities but {@link Capability#WARM}. */
public abstract class IsolatingExecutorContract extends ExecutorContract {

    @Override
    protected Set<Capability> tested() {
        return EnumSet.complementOf(EnumSet.of(Capability.WARM));
    }

    @Nested
    class HardKill {

        @Test
        void endsWhatTheRunStarted() throws IOException {
            ExecutingRun run = bad("child").start();
            long child = awaitWitness();

            run.terminate();

            await("the child to be gone", () -> !ThisMachine.lives(child));
            assertThat(run.status()).isEqualTo(RunState.TERMINATED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"terminate", "kill"})
        void leavesNoTemporaryFiles(String how) throws IOException {
            ExecutingRun run = bad("hang").start();
            ProcessHandle host = ProcessHandle.of(awaitWitness()).orElseThrow();
            assertThat(temporary(run.id())).isNotEmpty();

            if (how.equals("terminate")) {
                run.terminate();
            } else {
                host.destroyForcibly();
            }

            assertThat(run.await()).isNotEqualTo(RunState.SUCCEEDED);
            assertThat(temporary(run.id())).isEmpty();
        }

        @Test
        void leavesNoTemporaryFilesOnATimeoutEither() {
            ExecutingRun run = timedOutAtWork(bad("hang"), witness());

            assertThat(temporary(run.id())).isEmpty();
        }

        private List<String> temporary(String run) {
            String[] names = new File(System.getProperty("java.io.tmpdir")).list();
            return Stream.of(names)
                    .filter(name -> name.startsWith("flowsweep-" + run))
                    .toList();
        }

        @Test
        void endsWhatTheRunStartedOnATimeoutToo() throws IOException {
            timedOutAtWork(bad("child"), witness());
            long child = awaitWitness();

            await("the child to be gone", () -> !ThisMachine.lives(child));
        }

        @Test
        void endsWhatAHostLeavesBehindThatDiesAlone() throws IOException {
            ExecutingRun run = runner(ContractFlows.Orphaning.class)
                    .parameter("witness", folder.resolve("witness").toString())
                    .run();
            long orphan = awaitWitness();

            assertThat(run.status()).isEqualTo(RunState.FAILED);
            await("the orphan to be gone", () -> !ThisMachine.lives(orphan));
        }

        @Test
        void endsAFlowThatIgnoresInterrupts() {
            assertThat(bad("spin").timeout(Duration.ofSeconds(1)).run().status())
                    .isEqualTo(RunState.TIMED_OUT);
        }
    }

    @Nested
    class Surroundings {

        @Test
        void areThoseOfTheSpecForTheHostAndItsChildren() throws IOException {
            Path there = Files.createDirectory(folder.resolve("there"));
            Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
            Runner looks = runner(ContractFlows.Looks.class);
            ExecutingRun pear =
                    looks.env("FRUIT", "pear").workingDirectory(there).start();
            ExecutingRun fig =
                    looks.env("FRUIT", "fig").workingDirectory(elsewhere).start();

            assertThat(List.of(pear.await(), fig.await())).containsOnly(RunState.SUCCEEDED);
            assertThat(pear.run().data().get("seen", String.class)).isEqualTo("pear in there");
            assertThat(fig.run().data().get("seen", String.class)).isEqualTo("fig in elsewhere");
            assertThat(pear.run().log()).containsExactlyInAnyOrder("child has pear", "to stderr");
            assertThat(fig.run().log()).containsExactlyInAnyOrder("child has fig", "to stderr");
        }

        @Test
        void areNoWiderThanTheResources() {
            Runner looks = runner(ContractFlows.Looks.class);
            Run small = looks.with("resources:cpu=1,memory=256MB").run().run();
            Run large = looks.with("resources:cpu=1,memory=512MB").run().run();

            assertThat(small.data().get("processors", int.class)).isEqualTo(1);
            assertThat(small.data().get("heap", long.class)).isBetween(100L << 20, 256L << 20);
            assertThat(large.data().get("heap", long.class)).isBetween(256L << 20, 512L << 20);
        }
    }

    @Nested
    class Isolation {

        @Test
        void keepsFromARunWhatAnotherHasChanged() {
            Runner changes = runner(ContractFlows.Changes.class).parameter("everything", true);

            assertThat(found(changes)).isEqualTo(found(changes)).asString().doesNotContain("true", "yes");
        }

        @Test
        void letsAFlowThatExitsFailAlone() {
            assertThat(runner(ContractFlows.Exits.class).run().run().failure())
                    .contains("exit: the JVM was told to exit while the step start ran");
        }

        @Test
        void givesAFlowNoInputToWaitFor() {
            Run run = runner(ContractFlows.Asks.class)
                    .timeout(Duration.ofSeconds(100))
                    .run()
                    .run();

            assertThat(run.data().find("answer")).contains(-1L);
        }

        @Test
        void holdsASignalFromOutsideAgainstTheHostAndNotTheFlow() throws IOException {
            ExecutingRun run = bad("hang").start();
            ProcessHandle.of(awaitWitness()).orElseThrow().destroy();

            assertThat(run.await()).isEqualTo(RunState.FAILED);
            assertThat(run.run().failure()).contains("killed: the host was ended by signal 15");
        }

        @Test
        void letsAFlowThatHaltsFailAlone() {
            assertThat(runner(ContractFlows.Exits.class)
                            .parameter("atOnce", true)
                            .run()
                            .run()
                            .failure())
                    .hasValueSatisfying(why -> assertThat(why).startsWith("host: the host ended with exit code 7"));
        }

        @Test
        void letsAFlowThatNeedsTooMuchMemoryFailAlone() {
            Run run = bad("memory").run().run();

            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.failure())
                    .hasValueSatisfying(why -> assertThat(why)
                            .matches("out of memory: Java heap space: used \\d+ MiB of 244 MiB; ask for more with .*"));
        }
    }
}
