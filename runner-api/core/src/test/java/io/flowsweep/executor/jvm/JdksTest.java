package io.flowsweep.executor.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdksTest {

    @TempDir
    Path folder;

    @Test
    void areLookedForInAFolderByTheBeginningOfTheirNames() throws IOException {
        for (String name : new String[] {"jdk-21", "jdk-17", "other"}) {
            Files.createDirectory(folder.resolve(name));
        }

        assertThat(Jdks.beginningWith(folder + "/jdk"))
                .containsExactly(folder.resolve("jdk-17"), folder.resolve("jdk-21"));
        assertThat(Jdks.beginningWith(folder + "/")).hasSize(3);
        assertThat(Jdks.beginningWith(folder + "/nothing/jdk")).isEmpty();
    }

    @Test
    void areOneOfEachVersionAndThisOneAmongThem() {
        assertThat(Jdks.onThisMachine()).contains(Jdk.own());
        assertThat(Jdks.onThisMachine()).extracting(Jdk::feature).doesNotHaveDuplicates();
    }
}
