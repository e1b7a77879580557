package io.flowsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.executor.jvm.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep asks of the machine is told with its line of the sweep file, before anything is started. */
class AskedOfTheMachineTest {

    private static final String FLOW = """
            import io.flowsweep.flow.*;
            import java.util.Map;

            public class Fit extends FlowSpec {
                @FlowConfig Map<String, Object> config;

                @Step(next = "end")
                @Resources(cpu = "${config.cpu}")
                void start() {}

                @Step void end() {}
            }
            """;

    private static final String COMMAND = "flow { command = [\"true\", \"${args}\"], inputs = [] }\n";

    @TempDir
    Path folder;

    @BeforeEach
    void project() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve("Fit.java"), FLOW);
    }

    private Sweep sweep(String text) throws IOException {
        return Sweep.load(Files.writeString(folder.resolve("s.conf"), text));
    }

    private SweepOptions options() {
        return SweepOptions.defaults().store(folder.resolve("store"));
    }

    @Nested
    class Requirements {

        @Test
        void ofAStepAreToldWithTheLineOfTheirValue() throws IOException {
            Sweep sweep = sweep("flow = Fit.java\nconfig {\n  cpu = lots\n}");
            String told = "s.conf:3: Fit.start() @Resources: cpu must be a whole number of at least 1, but got lots";

            assertThatThrownBy(() -> sweep.check(options())).hasMessageEndingWith(told);
            assertThatThrownBy(() -> sweep.variants(LongStream.of(0))).hasMessageEndingWith(told);
        }

        @Test
        void thatAnAxisVariesAreToldWithTheAxis() throws IOException {
            Sweep sweep = sweep("flow = Fit.java\nconfig { cpu = 1 }\ngrid { cpu = [1, 0] }");

            assertThatThrownBy(() -> sweep.check(options()))
                    .hasMessageEndingWith("s.conf:3: cpu = 0: Fit.start() @Resources: cpu must be a whole number of at"
                            + " least 1, but got 0");
            assertThatThrownBy(() -> sweep.variants(LongStream.of(1)))
                    .hasMessageEndingWith("s.conf:3: Fit.start() @Resources: cpu must be a whole number of at least 1,"
                            + " but got 0");
        }
    }

    @Test
    void aConfigThatLacksAValueIsToldWithItsLineAndTheKeyThatWasMeant() throws IOException {
        Files.writeString(
                folder.resolve("Fit.java"),
                FLOW.replace("Map<String, Object> config", "Settings config")
                        .replace("public class Fit extends FlowSpec {", """
                        public class Fit extends FlowSpec {
                            record Settings(int cpu, String optimizer) {}
                        """));

        assertThatThrownBy(() -> sweep("flow = Fit.java\n\nconfig { cpu = 1, optimzer = sgd }")
                        .check(options()))
                .hasMessageEndingWith(
                        "s.conf:3: the config \"config\" does not fit Settings: optimizer: is missing; did you"
                                + " mean it by \"optimzer\"?");
    }

    @Nested
    class NoProcessor {

        private static final String TOLD =
                "a run that leases no processor (cpu = 0) has no share of the memory either. Say how much it may take";

        @Test
        void needsMemory() throws IOException {
            Sweep sweep = sweep(COMMAND + "config { n = 1 }\ngrid { n = [1, 2] }\nrun {\n  resources { cpu = 0 }\n}");

            assertThatThrownBy(sweep::checkPrograms).hasMessageContaining("s.conf:5: " + TOLD);
            assertThatThrownBy(() -> sweep.check(options())).hasMessageContaining("s.conf:5: " + TOLD);
        }

        @Test
        void asAValueOfAnAxisNeedsItToo() throws IOException {
            Sweep sweep = sweep(COMMAND + "grid { run.resources.cpu = [1, 0] }");

            assertThatThrownBy(sweep::checkPrograms).hasMessageContaining("s.conf:2: " + TOLD);
            assertThatThrownBy(() -> sweep.check(options())).hasMessageContaining("s.conf:2: cpu = 0: " + TOLD);
        }

        @Test
        void withMemoryIsFine() throws IOException {
            assertThat(sweep(COMMAND + "run { resources { cpu = 0, memory = 64MB } }")
                            .checkPrograms())
                    .isEmpty();
        }
    }

    @Nested
    class Jdks {

        @Test
        void thatAreNotThereAreRefusedWhereNoVariantHasAnother() throws IOException {
            Sweep sweep = sweep("flow = Fit.java\nconfig { cpu = 1 }\njvm {\n  home = no/jdk\n}");

            assertThatThrownBy(sweep::checkPrograms)
                    .hasMessageContaining("s.conf:4: jvm.home = no/jdk: " + folder.resolve("no/jdk")
                            + ": there is no JDK. On this machine there are Java");
            assertThatThrownBy(() -> sweep.check(options())).hasMessageContaining("s.conf:4: jvm.home = no/jdk");
        }

        @Test
        void thatOnlySomeVariantsAskForAreAWarning() throws IOException {
            Sweep sweep = sweep("flow = Fit.java\nconfig { cpu = 1 }\ngrid { jvm.home = [999, %d, 998] }"
                    .formatted(Jdk.own().feature()));

            assertThat(sweep.checkPrograms())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("s.conf:3: jvm.home = 999: there is no JDK 999 on this machine. There are Java");
            assertThat(sweep.check(options()))
                    .anyMatch(warning -> warning.contains("s.conf:3: jvm.home = 998: there is no JDK 998"));
        }
    }
}
