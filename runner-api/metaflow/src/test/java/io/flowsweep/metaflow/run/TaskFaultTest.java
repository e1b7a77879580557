package io.flowsweep.metaflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.metaflow.datastore.MetaflowDatastore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskFaultTest {

    @TempDir
    private Path folder;

    /** @param code as Metaflow notes it: minus the signal's number when one has ended the task */
    private String fault(int code, String said) throws IOException {
        Path task = Files.createDirectories(folder.resolve("Fit/1/work/2"));
        String mark = "[MFLOG|0|2026-11-26T11:06:34.587770Z|runtime|50422d48]";
        Files.writeString(
                task.resolve("0.runtime_stderr.log"),
                said.lines().map(line -> mark + line + "\n").reduce("", String::concat));
        Files.writeString(
                task.resolve("0.runtime"), "{\"return_code\": " + code + ", \"killed\": false, \"success\": false}");
        return TaskFault.of(new MetaflowDatastore(folder, folder).task("Fit", "1", "work", "2"), 0, Path.of("/code"))
                .summary();
    }

    @Test
    void anExceptionOfTheFlow() throws IOException {
        assertThat(fault(1, """
                Traceback (most recent call last):
                  File "/code/fit.py", line 7, in work
                ValueError: no data

                Task failed.
                """)).isEqualTo("ValueError: no data, in work (fit.py:7)");
    }

    @Test
    void anExceptionOfMetaflowsOwn() throws IOException {
        assertThat(fault(1, """
                UserWarning: slow
                    Cannot pickle artifact:
                    Cannot pickle dump artifact named "lock"

                Task failed.
                """))
                .isEqualTo(
                        "exit: the task work/2 ended with exit code 1; it said: Cannot pickle artifact: Cannot pickle dump artifact"
                                + " named \"lock\"");
    }

    @Test
    void anExitCodeWithTheLastLine() throws IOException {
        assertThat(fault(3, "reading\nthere is no data\nTask failed.\n"))
                .isEqualTo("exit: the task work/2 ended with exit code 3; it said: there is no data");
        assertThat(fault(3, "Task failed.\n")).isEqualTo("exit: the task work/2 ended with exit code 3 without a word");
    }

    @Test
    void aSignal() throws IOException {
        assertThat(fault(-11, "Task failed with a segmentation fault.\n"))
                .isEqualTo("crash: the task work/2 crashed (signal 11)");
        assertThat(fault(-9, "Task failed.\n")).isEqualTo("killed: the task work/2 was ended by signal 9");
    }
}
