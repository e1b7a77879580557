package io.flowsweep.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class TaskLoggerTest {

    private static String printed(Runnable work) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesALineOfInfoAndAbove() {
        TaskLogger logger = new TaskLogger("F.start");

        assertThat(printed(() -> {
                    logger.log(Level.DEBUG, "unseen");
                    logger.log(Level.WARNING, "loss {0}", "high");
                }))
                .isEqualTo("WARNING loss high" + System.lineSeparator());
    }

    @Test
    void writesAFormatAsItIsThatIsNone() {
        TaskLogger logger = new TaskLogger("F.start");

        assertThat(printed(() -> logger.log(Level.INFO, "{loss}", 1)))
                .isEqualTo("INFO {loss}" + System.lineSeparator());
    }
}
