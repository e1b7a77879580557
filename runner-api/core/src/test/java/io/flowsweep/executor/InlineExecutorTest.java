package io.flowsweep.executor;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.runner.ExecutingRun;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InlineExecutorTest extends ExecutorContract {

    @Override
    protected String executorName() {
        return "inline";
    }

    @Override
    protected Set<Capability> tested() {
        return Set.of(Capability.CAPTURES_OUTPUT);
    }

    @Test
    void keepsNothingOfAHostThatHasEnded() throws IOException {
        ExecutingRun run = bad("hang").timeout(Duration.ofHours(1)).start();
        awaitWitness();
        WeakReference<HostHandle> host = new WeakReference<>(
                Executors.named("inline").find("Bad/" + run.id() + "/1").orElseThrow());
        run.terminate();
        run = null;

        await("the host to be forgotten", () -> {
            System.gc();
            return host.get() == null;
        });
    }

    @Test
    void refusesAFlowThatWouldEndThisJvm() {
        assertThatThrownBy(() -> runner(ContractFlows.Exits.class).start())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the flow calls System.exit, which would end every run of this JVM")
                .hasMessageContaining("Runtime.halt")
                .hasMessageContaining("Exits.start");
    }
}
