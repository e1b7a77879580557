package io.flowsweep.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.executor.jvm.Jdk;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;
import io.flowsweep.runner.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host loads for a small run; loading and linking is what a small run's time goes into. */
class HostStartTest {

    @TempDir
    Path folder;

    /** As small as a run can be that gives a result. */
    public static class Small extends FlowSpec {

        @Parameter
        int number = 1;

        Integer seen;

        @Step(next = "end")
        void start() {
            seen = number;
        }

        @Step
        void end() {}
    }

    @Test
    void linksNoLambdaAndLoadsNothingHeavy() throws IOException {
        Path log = folder.resolve("classes.txt");

        Runner.of(Small.class)
                .executor("process")
                .store(folder.resolve("store"))
                .jvm(Jdk.own().home(), "-Xlog:class+load:file=" + log + ":none")
                .run();

        List<String> loaded =
                Files.readAllLines(log).stream().map(line -> line.split(" ")[0]).toList();
        assertThat(loaded).contains(HostMain.class.getName(), Small.class.getName());
        assertThat(loaded.stream().filter(HostStartTest::isHeavy)).isEmpty();
    }

    private static boolean isHeavy(String name) {
        return name.contains("$$Lambda")
                || name.startsWith("java.util.stream.")
                || name.equals("java.util.regex.Pattern")
                || name.equals("java.time.format.DateTimeFormatter")
                || name.equals("java.lang.ProcessHandleImpl")
                || name.equals("java.security.Security")
                || name.startsWith("com.typesafe.")
                || name.startsWith("com.fasterxml.");
    }
}
