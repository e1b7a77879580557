package io.flowsweep.cli;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.FakeCheckout.Outcome;
import io.flowsweep.cli.FakeCheckout.Started;
import io.flowsweep.store.ThisMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When {@code ./flowsweep} builds, and what it says when that fails. */
class LauncherBuildTest {

    @TempDir
    Path folder;

    private FakeCheckout checkout;

    @BeforeEach
    void makeCheckout() throws Exception {
        checkout = new FakeCheckout(folder);
        checkout.onPath(checkout.jdk("jdk 17", "17"));
    }

    @Test
    void runsOnTheFirstStartOnlyAndLeavesTheOutputToTheCommand() throws Exception {
        Outcome first = checkout.run("plan");
        Outcome second = checkout.run("plan");

        assertThat(checkout.recorded("maven")).singleElement().asString().contains("-pl sweep/cli -am package");
        assertThat(first.err()).hasLineCount(1).contains("building (not built yet)", "build.log");
        assertThat(first.out()).startsWith("pid ").doesNotContain("Maven");
        assertThat(second.err()).isEmpty();
        assertThat(checkout.target().resolve("build.log")).content().contains("standard output of Maven");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pom.xml", "plots/pom.xml", "plots/src/main/java/Plot.java", "plots/src/main/java/New.java"})
    void runsAgainWhenASourceIsNewer(String source) throws Exception {
        checkout.run();
        checkout.ageDistribution();
        assertThat(checkout.run().err()).isEmpty();

        FakeCheckout.write(checkout.home.resolve(source), "changed");

        assertThat(checkout.run().err()).contains("building (the sources have changed)");
        assertThat(checkout.run().err()).isEmpty();
    }

    @Test
    void runsAgainWhenASourceWasDeleted() throws Exception {
        checkout.run();
        checkout.ageDistribution();

        Files.delete(checkout.home.resolve("plots/src/main/java/Plot.java"));

        assertThat(checkout.run().err()).contains("building (the sources have changed)");
    }

    @Test
    void runsAgainWhenASourceWasEditedWhileItRan() throws Exception {
        checkout.mavenDoes("sleep 0.1; echo edited >plots/src/main/java/Plot.java");
        checkout.run();
        checkout.mavenDoes("");

        assertThat(checkout.run().err()).contains("building (the sources have changed)");
    }

    @Test
    void thatFailsShowsItsErrorsOnce() throws Exception {
        checkout.mavenDoes("""
                echo '[INFO] fine'
                echo '[ERROR] Plot.java:[3,5] cannot find symbol'
                echo '[ERROR] Plot.java:[3,5] cannot find symbol'
                echo '[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.'
                exit 1""");

        Outcome outcome = checkout.run();

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .containsOnlyOnce("Plot.java:[3,5] cannot find symbol")
                .contains("build.log")
                .doesNotContain("[INFO] fine", "full stack trace", "looks like the network");
        assertThat(checkout.target().resolve("build.lock")).doesNotExist();
    }

    @Test
    void thatFailsLeavesTheOldDistributionAndRunsAgain() throws Exception {
        checkout.run();
        checkout.ageDistribution();
        FakeCheckout.write(checkout.home.resolve("plots/src/main/java/Plot.java"), "broken");
        checkout.mavenDoes("mkdir -p \"$dist/lib\"; exit 1");

        assertThat(checkout.run().exit()).isEqualTo(70);
        assertThat(checkout.target().resolve("dist/lib/a.jar")).exists();
        assertThat(checkout.target().resolve("dist.new")).doesNotExist();

        assertThat(checkout.run().exit()).isEqualTo(70);
        assertThat(checkout.recorded("maven")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ERROR] Could not transfer artifact a:b:jar:1 from/to central: repo.example: Unknown host",
                "[ERROR] java.net.UnknownHostException: repo.example",
                "[ERROR] Connect to repo.example:443 failed: Connection refused",
                "[ERROR] Connect to repo.example:443 failed: connect timed out",
                "[ERROR] status code: 407, reason phrase: Proxy Authentication Required (407)",
                "wget: Failed to fetch https://repo.example/maven.zip",
                "curl: (6) Could not resolve host: repo.example",
            })
    void thatFailsForTheNetworkIsExplained(String message) throws Exception {
        checkout.mavenDoes("echo '" + message + "'; exit 1");

        Outcome outcome = checkout.with("https_proxy", "http://me:secret@proxy.corp:8080/")
                .run();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .contains(message, "Maven Central", "settings.xml", "MVNW_REPOURL", "cp -a")
                .contains("-Dhttps.proxyHost=proxy.corp -Dhttps.proxyPort=8080")
                .doesNotContain("secret", "PKIX");
    }

    @Test
    void isNeverRunTwiceAtATime() throws Exception {
        checkout.mavenDoes("while [ ! -e go ]; do sleep 0.05; done");
        Started first = checkout.start(checkout.launcher, checkout.home, "one");
        await("Maven runs", () -> Files.exists(folder.resolve("maven")));
        Started second = checkout.start(checkout.launcher, checkout.home, "two");
        await("the second waits", () -> second.error().contains("waiting"));

        Files.createFile(checkout.home.resolve("go"));

        assertThat(first.outcome().out()).contains("arg one");
        Outcome waited = second.outcome();
        assertThat(waited.out()).contains("arg two");
        assertThat(waited.err())
                .hasLineCount(1)
                .contains("process " + first.process().pid());
        assertThat(checkout.recorded("maven")).hasSize(1);
    }

    @Test
    void doesNotWaitForAProcessThatDied() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        String host = new String(
                new ProcessBuilder("uname", "-n").start().getInputStream().readAllBytes());
        FakeCheckout.write(checkout.target().resolve("build.lock/owner"), dead.pid() + " " + host);

        Outcome outcome = checkout.run();

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).doesNotContain("waiting");
    }

    @Test
    void thatIsInterruptedStopsMavenAndRunsOnTheNextStart() throws Exception {
        checkout.mavenDoes("echo $$ >pid.new && mv pid.new pid; while :; do sleep 0.05; done");
        Started started = checkout.start(checkout.launcher, checkout.home);
        await("Maven runs", () -> Files.exists(checkout.home.resolve("pid")));
        long maven =
                Long.parseLong(Files.readString(checkout.home.resolve("pid")).strip());

        started.process().destroy();

        assertThat(started.outcome().exit()).isEqualTo(143);
        assertThat(started.error()).contains("the build was interrupted");
        await("Maven has ended", () -> !ThisMachine.lives(maven));
        assertThat(checkout.target()).isDirectoryNotContaining("glob:**/{dist*,build.lock*}");
        checkout.mavenDoes("");
        assertThat(checkout.run().exit()).isZero();
    }

    @Test
    void isNotNeededToRunWhatCannotBeBuiltAgain() throws Exception {
        checkout.run();
        checkout.ageDistribution();
        FakeCheckout.write(checkout.home.resolve("plots/src/main/java/Plot.java"), "changed");
        forbidBuilding();

        Outcome outcome = checkout.run("plan");

        assertThat(outcome.out()).contains("arg plan");
        assertThat(outcome.err()).hasLineCount(1).contains("cannot be written: running the build as it is");
    }

    @Test
    void thatCannotBeWrittenIsExplained() throws Exception {
        forbidBuilding();

        Outcome outcome = checkout.run();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("is not built", "cannot be written", "Start it once as its owner");
    }

    /** Works for root, too, whom no permission stops: the lock's place is taken by a file. */
    private void forbidBuilding() throws Exception {
        FakeCheckout.write(checkout.target().resolve("build.lock"), "");
    }
}
