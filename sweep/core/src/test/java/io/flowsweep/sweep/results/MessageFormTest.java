package io.flowsweep.sweep.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "out of memory at 123 MB | out of memory at 1,250.5 MB",
                "used 12MiB of 9MiB | used 13MiB of 9MiB",
                "loss is -1.5e-7 at step 3 | loss is 2 at step 40",
                "bad pointer 0x7f3aB0 | bad pointer 0x11",
                "Net@1b6d3586 is closed | Net@7a81197d is closed",
                "no run 3f2a9c41-77de-4b1c-9c55-0a1b2c3d4e5f | no run 00000000-1111-2222-3333-444444444444",
                "no such file: '/tmp/flowsweep-x-1/a b' | no such file: '/tmp/flowsweep-y-2/a b'",
                "cannot read /var/folders/9z/T/in.csv, it is gone | cannot read /tmp/in.csv, it is gone",
                "index 5 is out of bounds for length 5 | index 17 is out of bounds for length 16"
            })
    void isOneOfWhatChangesFromRunToRun(String one, String other) {
        assertThat(MessageForm.of(one)).isEqualTo(MessageForm.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the command ended with exit code 1 | the command ended with exit code 137",
                "exit 1 | exit 2",
                "ended by signal 9 | ended by signal 11",
                "HTTP 404 | HTTP 500",
                "status: 404 | status: 500",
                "layer1 is missing | layer2 is missing",
                "no column lr | no column dim",
                "cannot read /data/a.csv | cannot read /data/b.csv",
                "added the feedface | added the deadbeef"
            })
    void tellsWhatIsSomethingElse(String one, String other) {
        assertThat(MessageForm.of(one)).isNotEqualTo(MessageForm.of(other));
    }
}
