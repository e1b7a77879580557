package io.flowsweep.os;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.store.ThisMachine;
import io.flowsweep.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {

    /** Starts another process while it ends itself with all that it has started, as a flow may that knows nothing of it. */
    static final class Ending {
        public static void main(String[] args) {
            ProcessTree.halt(Ending::startAnother);
        }

        private static void startAnother() {
            try {
                System.out.println(new ProcessBuilder("sleep", "1000").start().pid());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A host whose driver had died just when its flow began left what the flow had started. */
    @Test
    void leavesNothingThatWasStartedWhileTheOthersWereEnded() throws Exception {
        Process ending = JavaProcess.start(Ending.class);
        try (BufferedReader told = ending.inputReader()) {
            long child = Long.parseLong(told.readLine());

            assertThat(ending.waitFor()).isEqualTo(1);
            await("the child to be gone", () -> !ThisMachine.lives(child));
        }
    }
}
