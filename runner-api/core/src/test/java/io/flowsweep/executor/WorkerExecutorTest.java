package io.flowsweep.executor;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Run;
import io.flowsweep.events.RunState;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.ThisMachine;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkerExecutorTest extends IsolatingExecutorContract {

    @Override
    protected String executorName() {
        return "worker";
    }

    @Override
    protected Set<Capability> tested() {
        return EnumSet.allOf(Capability.class);
    }

    /** In JVMs that no other test has. */
    private final Runner leaves =
            Runner.of(ContractFlows.Leaves.class).executor("worker").env("TEST", toString());

    private long pid(Runner runner) {
        Run run = runner.store(folder.resolve("store")).run().run();
        assertThat(run.failure()).isEmpty();
        return run.data().get("pid", long.class);
    }

    @Nested
    class AJvm {

        @Test
        void carriesOutOneRunAfterTheOther() {
            long first = pid(leaves);

            assertThat(pid(leaves)).isEqualTo(first);
            for (String what : List.of("pool", "delay")) {
                assertThat(pid(leaves.parameter("what", what))).isEqualTo(first);
                assertThat(pid(leaves))
                        .as("after one that has left a " + what + " of the JDK")
                        .isEqualTo(first);
            }
        }

        @Test
        void isSharedByNoRunsThatWantOthers() {
            long first = pid(leaves);

            for (Runner other : List.of(
                    leaves.env("OTHER", "1"), leaves.workingDirectory(folder), leaves.with("resources:memory=300MB"))) {
                assertThat(pid(other)).isNotEqualTo(first);
                assertThat(pid(leaves)).isEqualTo(first);
            }
        }

        @Test
        void isReplacedWhenARunHasLeftAThread() {
            long first = pid(leaves.parameter("what", "thread"));

            assertThat(pid(leaves)).isNotEqualTo(first);
            await("the first to be gone", () -> !ThisMachine.lives(first));
        }

        @Test
        void isReplacedWhenARunHasLeftItsHeapInUse() {
            Runner small = leaves.with("resources:memory=256MB");
            long first = pid(small.parameter("what", "memory"));

            assertThat(pid(small)).isNotEqualTo(first);
            await("the first to be gone", () -> !ThisMachine.lives(first));
        }

        @Test
        void isReplacedWhenItHasDiedWhileItWaited() {
            long first = pid(leaves);
            ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);

            assertThat(pid(leaves)).isNotEqualTo(first);
        }

        @Test
        void isLostToTheRunThatEndsItAlone() {
            Runner bounded = leaves.with("resources:cpu=1,memory=256MB");
            long first = pid(bounded);
            ExecutingRun exits = runner(ContractFlows.Exits.class)
                    .env("TEST", WorkerExecutorTest.this.toString())
                    .with("resources:cpu=1,memory=256MB")
                    .run();

            assertThat(exits.status()).isEqualTo(RunState.FAILED);
            assertThat(ThisMachine.lives(first)).isFalse();
            assertThat(pid(bounded)).isNotEqualTo(first);
        }
    }
}
