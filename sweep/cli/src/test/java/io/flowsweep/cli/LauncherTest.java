package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.FakeCheckout.Outcome;
import io.flowsweep.cli.FakeCheckout.Started;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code ./flowsweep} starts the JVM. See {@link LauncherJdkTest} and {@link LauncherBuildTest} for what comes before. */
class LauncherTest {

    @TempDir
    Path folder;

    private FakeCheckout checkout;

    @BeforeEach
    void makeCheckout() throws Exception {
        checkout = new FakeCheckout(folder);
        checkout.onPath(checkout.jdk("jdk 17", "17"));
    }

    @Nested
    class TheStart {

        @Test
        void passesArgumentsAsTheyAre() throws Exception {
            Outcome outcome = checkout.run("run", "a b", "*", "", "--x=$HOME `id` \"q\" 'r'", "\\t", "cpu=1..15");

            List<String> lines = outcome.out().lines().toList();
            assertThat(lines.subList(lines.indexOf("arg io.flowsweep.cli.Main") + 1, lines.size()))
                    .containsExactly(
                            "arg run",
                            "arg a b",
                            "arg *",
                            "arg ",
                            "arg --x=$HOME `id` \"q\" 'r'",
                            "arg \\t",
                            "arg cpu=1..15");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 3, 130})
        void endsAsTheCommandEnds(int exit) throws Exception {
            assertThat(checkout.with("FAKE_EXIT", exit).run().exit()).isEqualTo(exit);
        }

        @Test
        void becomesTheJvmSoThatSignalsReachIt() throws Exception {
            Started started = checkout.start(checkout.launcher, checkout.home);

            assertThat(started.outcome().out())
                    .contains("pid " + started.process().pid() + "\n");
        }

        @Test
        void keepsTheWorkingDirectoryAndFollowsAChainOfRelativeLinks() throws Exception {
            Path bin = Files.createDirectories(checkout.root.resolve("some bin/deep"));
            Files.createSymbolicLink(bin.resolve("second"), Path.of("../../check out/flowsweep"));
            Files.createSymbolicLink(bin.getParent().resolve("fs"), Path.of("deep/second"));

            Outcome outcome = checkout.start(Path.of("../fs"), bin).outcome();

            assertThat(outcome.out()).contains("cwd " + bin, "arg -Dflowsweep.home=" + checkout.home);
        }

        @Test
        void putsEveryJarOfTheDistributionOnTheClassPathOnceAndTheCommandsOwnFirst() throws Exception {
            Path lib = checkout.target().resolve("dist/lib");

            assertThat(checkout.run().out())
                    .contains("arg %1$s/sweep-cli-1.jar:%1$s/picocli-1.jar:%1$s/a.jar\n".formatted(lib));
        }

        @Test
        void compilesInFullOnlyWhereFlowsMayRunInside() throws Exception {
            String quick = "arg -XX:TieredStopAtLevel=1";
            Path inline = Files.writeString(checkout.root.resolve("x.conf"), "run { executor = inline }");
            Path plain = Files.writeString(checkout.root.resolve("plain.conf"), "run { executor = worker }");
            assertThat(checkout.run("plan", inline.toString()).out()).contains(quick);
            Path including = Files.writeString(checkout.root.resolve("including.conf"), "include \"x.conf\"");
            assertThat(checkout.run("run", plain.toString()).out()).contains(quick);
            String late = "arg -XX:Tier4InvocationThreshold=2000000\n";
            assertThat(checkout.run("run", including.toString()).out())
                    .contains(late)
                    .doesNotContain(quick);
            assertThat(checkout.run("run", plain.toString(), "--executor", "inline")
                            .out())
                    .contains(late)
                    .doesNotContain(quick);
            assertThat(checkout.run("run", inline.toString()).out())
                    .contains(late)
                    .doesNotContain(quick);
            assertThat(checkout.run("resume", "x").out()).contains(late).doesNotContain(quick);
        }

        /** In the C locale a JVM opens no file whose name is not ASCII. */
        @Test
        void goesFromTheLocaleCToItsTwinInUtf8AndLeavesOthersAlone() throws Exception {
            assertThat(checkout.run().out()).contains("locale   C.UTF-8\n");
            assertThat(checkout.with("LC_ALL", "C").run().out()).contains("locale C  C.UTF-8\n");
            assertThat(checkout.with("LC_ALL", "de_DE.UTF-8").run().out()).contains("locale  de_DE.UTF-8 \n");
        }

        @Test
        void takesTheUsersOptionsLastAndNeverTwoCollectors() throws Exception {
            Outcome outcome =
                    checkout.with("FLOWSWEEP_JAVA_OPTS", "-XX:+UseZGC  -Da=*").run();

            assertThat(outcome.out())
                    .contains("arg -XX:+UseZGC\narg -Da=*\narg -cp\n")
                    .doesNotContain("UseSerialGC");
            assertThat(checkout.with("FLOWSWEEP_JAVA_OPTS", "").run().out()).contains("arg -XX:+UseSerialGC");
        }
    }

    @Nested
    class TheArchive {

        @Test
        void isMadeOnceAndUsed() throws Exception {
            checkout.run();
            Outcome outcome = checkout.run();

            assertThat(checkout.recorded("archives")).hasSize(1);
            assertThat(outcome.out())
                    .contains("arg -XX:SharedArchiveFile=" + checkout.target().resolve("dist/state"));
        }

        @Test
        void isMadeForEachJvm() throws Exception {
            checkout.run();
            checkout.with("JAVA_HOME", checkout.jdk("jdk-25", "25")).run();

            assertThat(checkout.recorded("archives")).hasSize(2);
        }

        @Test
        void isMadeAgainAfterABuild() throws Exception {
            checkout.run();
            FakeCheckout.write(checkout.home.resolve("pom.xml"), "changed");
            checkout.run();

            assertThat(checkout.recorded("archives")).hasSize(2);
        }

        @Test
        void isNeitherMadeNorUsedWhenSwitchedOff() throws Exception {
            assertThat(checkout.with("FLOWSWEEP_CDS", "off").run().out()).doesNotContain("SharedArchiveFile");
            assertThat(checkout.recorded("archives")).isEmpty();
        }

        @Test
        void thatTheJvmCannotStartWithIsDroppedAndNotTriedAgain() throws Exception {
            Files.writeString(checkout.root.resolve("trial"), "134");

            Outcome first = checkout.run();
            Outcome second = checkout.run();

            assertThat(List.of(first.out(), second.out()))
                    .allSatisfy(out -> assertThat(out)
                            .contains("arg io.flowsweep.cli.Main")
                            .doesNotContain("SharedArchiveFile"));
            assertThat(second.err()).isEmpty();
            assertThat(checkout.recorded("archives")).hasSize(1);
        }

        @Test
        void goesToTheUsersCacheWhenTheCheckoutCannotHoldIt() throws Exception {
            checkout.with("FLOWSWEEP_CDS", "off").run();
            Path state = checkout.target().resolve("dist/state");
            Files.delete(state.resolve("jdks"));
            Files.delete(state);
            Files.createFile(state);

            checkout.with("FLOWSWEEP_CDS", "on").run();
            Outcome outcome = checkout.run();

            Path cache = checkout.root.resolve("user/.cache/flowsweep");
            assertThat(outcome.out()).contains("arg -XX:SharedArchiveFile=" + cache);
            assertThat(checkout.recorded("archives")).hasSize(1);
            assertThat(checkout.recorded("probes")).hasSize(2);
        }
    }
}
