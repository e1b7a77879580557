package io.flowsweep.executor.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFolderTest {

    @TempDir
    Path temporary;

    @Test
    void isInTheRuntimeFolderWhenThereIsOne() {
        assertThat(UserFolder.locate(Map.of("XDG_RUNTIME_DIR", temporary.toString()), Path.of("/t"), "ann"))
                .isEqualTo(temporary.resolve("flowsweep"));
    }

    @Test
    void isAmongTheTemporaryFilesOtherwise() {
        String missing = temporary.resolve("missing").toString();
        assertThat(UserFolder.locate(Map.of("XDG_RUNTIME_DIR", missing), temporary, "ann"))
                .isEqualTo(temporary.resolve("flowsweep-ann"));
        assertThat(UserFolder.locate(Map.of("XDG_RUNTIME_DIR", ""), temporary, "a/../b c"))
                .isEqualTo(temporary.resolve("flowsweep-a_.._b_c"));
    }
}
