package io.flowsweep.metaflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A datastore elsewhere that cannot be read. */
class ElsewhereTest {

    @TempDir
    Path folder;

    @Test
    void aPythonThatEndsSaysSoAndWhichSecretsMayBeMissing() {
        Elsewhere elsewhere = new Elsewhere(
                folder.toString(), folder.toString(), Map.of("A_SECRET", Optional.empty(), "OTHER", Optional.of("x")));
        assertThat(elsewhere
                        .fetch(folder.resolve("F/data/ab/abcd"), Path.of("/bin/false"))
                        .orElseThrow())
                .endsWith(
                        ". The run was given A_SECRET, which is on no record, as it is a secret: set it to read this.");
        assertThat(elsewhere
                        .fetch(folder.resolve("F/data/ab/abcd"), folder.resolve("no-python"))
                        .orElseThrow())
                .contains("no-python");
    }
}
