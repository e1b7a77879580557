package io.flowsweep.executor;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Run;
import io.flowsweep.events.RunState;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            assertThat(pid(leaves.parameter("what", "pool"))).isEqualTo(first);
            assertThat(pid(leaves)).as("after one that used the common pool").isEqualTo(first);
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

        @ParameterizedTest
        @ValueSource(strings = {"thread", "task"})
        void isReplacedWhenARunHasLeftAThread(String what) {
            long first = pid(leaves.parameter("what", what));

            assertThat(pid(leaves)).isNotEqualTo(first);
            await("the first to be gone", () -> !lives(first));
        }

        @Test
        void isReplacedWhenARunHasLeftItsHeapInUse() {
            Runner small = leaves.with("resources:memory=256MB");
            long first = pid(small.parameter("what", "memory"));

            assertThat(pid(small)).isNotEqualTo(first);
            await("the first to be gone", () -> !lives(first));
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
            assertThat(lives(first)).isFalse();
            assertThat(pid(bounded)).isNotEqualTo(first);
        }
    }
}
