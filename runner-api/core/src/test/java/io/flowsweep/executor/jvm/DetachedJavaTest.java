package io.flowsweep.executor.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.admission.Machine;
import io.flowsweep.executor.guard.Strays;
import io.flowsweep.executor.limits.ProcessLimits;
import io.flowsweep.testing.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedJavaTest {

    private static final Map<String, String> OF_A_COMMAND = Map.of(
            Strays.VARIABLE,
            "F/run/1",
            ProcessLimits.WATCHER,
            "4711",
            Admission.WITHIN,
            "F/run/1",
            Machine.VARIABLE,
            "0;1000");

    @TempDir
    Path folder;

    /** Is a command of a sweep that starts something which is to outlive it. */
    static final class Starts {
        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            DetachedJava.start(List.of(), Tells.class.getName(), List.of(), folder, folder.resolve("told"))
                    .waitFor();
        }
    }

    /** Says what it was told of who has started it. */
    static final class Tells {
        public static void main(String[] args) {
            OF_A_COMMAND.keySet().stream()
                    .sorted()
                    .forEach(name -> System.out.println(name + "=" + System.getenv(name)));
        }
    }

    @Test
    void isNotFoundByWhatEndsAllThatAHostHasStarted() throws Exception {
        Process command = JavaProcess.startWith(OF_A_COMMAND, Starts.class, folder.toString());

        JavaProcess.output(command);

        assertThat(Files.readAllLines(folder.resolve("told")))
                .containsExactlyInAnyOrder(
                        Strays.VARIABLE + "=null",
                        ProcessLimits.WATCHER + "=none",
                        Admission.WITHIN + "=null",
                        Machine.VARIABLE + "=null");
    }
}
