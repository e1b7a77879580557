package io.flowsweep.store;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ThisMachineTest {

    /** A driver that had been killed in a container whose first process asks for nobody was taken to drive its sweep for ever. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatHasEndedAndThatNobodyHasAskedForDoesNotLive() throws IOException {
        Process careless = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 1000").start();
        long ended = Long.parseLong(careless.inputReader().readLine());

        await("its end", () -> !ThisMachine.lives(ended));

        assertThat(ProcessHandle.of(ended)).isPresent();
        assertThat(ThisMachine.lives(careless.pid())).isTrue();
        careless.destroyForcibly();
    }
}
