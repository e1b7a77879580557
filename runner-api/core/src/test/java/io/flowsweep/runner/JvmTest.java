package io.flowsweep.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.JvmSettings;
import io.flowsweep.executor.jvm.Jdk;
import io.flowsweep.executor.jvm.Jdks;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java of a run's hosts. */
@Timeout(900)
class JvmTest {

    public static class Looks extends FlowSpec {
        String collector;
        String property;
        int feature;

        @Step(next = "end")
        void start() {
            collector = ManagementFactory.getGarbageCollectorMXBeans().get(0).getName();
            property = System.getProperty("fruit");
            feature = Runtime.version().feature();
        }

        @Step
        void end() {}
    }

    @TempDir
    Path folder;

    private Runner looks() {
        return Runner.of(Looks.class).store(folder.resolve("store"));
    }

    /** A Java that is not there but for its form. */
    private Path fake(String release, String command) throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk"));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), release);
        Path java = Files.writeString(home.resolve("bin/java"), command);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "worker"})
    void hasTheOptionsOfTheRunAndNoOther(String executor) {
        Runner looks = looks().executor(executor);
        Run parallel =
                looks.jvmOptions("-XX:+UseParallelGC", "-Dfruit=fig").run().run();
        Run serial = looks.jvmOptions("-XX:+UseSerialGC").run().run();

        assertThat(parallel.failure()).isEmpty();
        assertThat(parallel.data().get("collector", String.class)).startsWith("PS");
        assertThat(parallel.data().get("property", String.class)).isEqualTo("fig");
        assertThat(serial.data().get("collector", String.class)).isEqualTo("Copy");
        assertThat(serial.data().find("property")).isEmpty();
    }

    @Test
    void isEachOfThisMachine() {
        assertThat(Jdks.onThisMachine()).contains(Jdk.own());
        for (Jdk jdk : Jdks.onThisMachine()) {
            Run run = Runner.ofSource("""
                            import io.flowsweep.flow.*;
                            public class Tells extends FlowSpec {
                                int feature;
                                @Step(next = "end") void start() { feature = Runtime.version().feature(); }
                                @Step void end() {}
                            }
                            """)
                    .store(folder.resolve("store"))
                    .jvm(jdk.home())
                    .run()
                    .run();

            assertThat(run.failure()).isEmpty();
            assertThat(run.data().get("feature", int.class)).isEqualTo(jdk.feature());
        }
    }

    @Test
    void isThatOfTheOriginInARunThatResumes() {
        Run origin = looks().jvmOptions("-Dfruit=fig").run().run();
        assertThat(origin.surroundings().jvm()).contains(new JvmSettings(Optional.empty(), List.of("-Dfruit=fig")));

        try (ExecutingRun resumed = looks().resume(origin.id(), "start")) {
            resumed.await();
            assertThat(resumed.run().data().get("property", String.class)).isEqualTo("fig");
        }
    }

    @Nested
    class IsRefused {

        @Test
        void whenItsFolderHoldsNone() {
            assertThatThrownBy(() -> looks().jvm(folder.resolve("none")).start())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("there is no JDK")
                    .hasMessageContaining("none")
                    .hasMessageContaining(Jdk.own().toString());
            assertThatThrownBy(() -> looks().jvm(folder).start()).hasMessageContaining("it has no bin/java");
        }

        @Test
        void whenItIsTooOld() throws IOException {
            Path old = fake("JAVA_VERSION=\"1.8.0_392\"\n", "#!/bin/sh\n");

            assertThatThrownBy(() -> looks().jvm(old).start())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("this is Java 8, but flows need Java 17 or newer");
        }

        @Test
        void whenItDoesNotRun() throws IOException {
            Path broken = fake("", "#!/bin/sh\nexit 1\n");

            assertThatThrownBy(() -> looks().jvm(broken).start()).hasMessageContaining("its bin/java does not run");
        }

        @Test
        void withTheWordsOfTheJvmWhenItDoesNotTakeAnOption() {
            assertThatThrownBy(() -> looks().jvmOptions("-XX:+UseFigGC").start())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("Unrecognized VM option 'UseFigGC'")
                    .hasMessageContaining(Jdk.own().toString());
            assertThatThrownBy(() -> looks().jvmOptions("-XX:+UseSerialGC", "-XX:+UseParallelGC")
                            .start())
                    .hasMessageContaining("ultiple garbage collectors");
        }

        @Test
        void whenAnOptionIsNone() {
            for (String option : List.of("Main", "-jar", "-cp", "-version")) {
                assertThatThrownBy(() -> looks().jvmOptions(option).start())
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("\"" + option + "\" is no option");
            }
        }

        @Test
        void whenItsHeapIsMoreThanTheMemoryOfTheRun() {
            assertThatThrownBy(() -> looks().with("resources:memory=256MB")
                            .jvmOptions("-Xmx1g")
                            .start())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("-Xmx1g is more than the memory of the run, 244 MiB");
        }

        @Test
        void whenItIsOlderThanWhatTheFlowIsCompiledFor() throws IOException {
            byte[] file = compiled();
            file[7] = 100; // for Java 56
            LoadedFlow newer = LoadedFlow.of(looks().preparation().planner(), List.of(file));

            assertThatThrownBy(() -> newer.checkRunsOn(25))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("the flow Looks is compiled for Java 56, but its hosts are Java 25")
                    .hasMessageContaining("--release 25");
        }

        private byte[] compiled() throws IOException {
            try (InputStream in = Looks.class.getResourceAsStream("JvmTest$Looks.class")) {
                return in.readAllBytes();
            }
        }

        @Test
        void byInlineWhichHasNoOther() {
            assertThatThrownBy(
                            () -> looks().executor("inline").jvmOptions("-Xint").start())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("the run is given a JVM, but with the executor inline it shares");
        }
    }
}
