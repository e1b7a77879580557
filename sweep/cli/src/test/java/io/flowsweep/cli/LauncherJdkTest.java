package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.FakeCheckout.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JDK {@code ./flowsweep} takes, and what it says when there is none. */
class LauncherJdkTest {

    @TempDir
    Path folder;

    private FakeCheckout checkout;

    @BeforeEach
    void makeCheckout() throws Exception {
        checkout = new FakeCheckout(folder);
    }

    @Test
    void isTheOneOfJavaHomeFirst() throws Exception {
        Path home = checkout.jdk("my jdk", "21");
        checkout.onPath(checkout.jdk("jdk-17", "17")).with("JAVA_HOME", home);

        assertThat(checkout.run().out()).contains("java " + home.resolve("bin/java"));
    }

    @Test
    void isTheOneOnThePathNext() throws Exception {
        Path jdk = checkout.jdk("jdk-17", "17");
        checkout.installedJdk("jdk-25", "25");

        assertThat(checkout.onPath(jdk).run().out()).contains("java " + jdk.resolve("bin/java"));
    }

    @Test
    void isTheNewestOfTheUsualFoldersWhenThePathHasNoneThatWillDo() throws Exception {
        checkout.installedJdk("a-jdk-17", "17");
        Path newest = checkout.installedJdk("b-jdk-25", "25");
        checkout.installedJdk("c-jdk-8", "1.8");

        Outcome outcome = checkout.onPath(checkout.jdk("old", "11")).run();

        assertThat(outcome.out()).contains("java " + newest.resolve("bin/java"));
    }

    @Test
    void isFoundInTheFolderOfSdkman() throws Exception {
        Path jdk = checkout.jdk("user/.sdkman/candidates/java/21-tem", "21");

        assertThat(checkout.run().out()).contains("java " + jdk.resolve("bin/java"));
    }

    @Test
    void isAskedForWhenThereIsNone() throws Exception {
        checkout.onPath(checkout.jdk("old", "1.8"));
        checkout.installedJdk("jdk-11", "11");

        Outcome outcome = checkout.run("--help");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("no JDK 17 or newer", "JAVA_HOME: not set", "old/bin/java: is Java 8")
                .contains("jdk-11/bin/java: is Java 11", "apt-get install", "adoptium.net");
        assertThat(checkout.recorded("maven")).isEmpty();
    }

    @Test
    void isAskedForWhenThePathHasNoJavaAtAll() throws Exception {
        assertThat(checkout.run().err()).contains("PATH: no java").contains("no JDK 17 or newer");
    }

    @Test
    void mustHaveACompiler() throws Exception {
        Outcome outcome = checkout.onPath(checkout.jre("jre", "17")).run();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("is a JRE (Java 17): it lacks the compiler", "A JRE is not enough");
    }

    @Test
    void ofJavaHomeThatIsTooOldIsRefusedAndABetterOneNamed() throws Exception {
        Path better = checkout.installedJdk("jdk-25", "25");

        Outcome outcome = checkout.with("JAVA_HOME", checkout.jdk("old", "11")).run();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("JAVA_HOME is " + folder.toRealPath().resolve("old"), "is Java 11")
                .contains("set it to one, such as " + better + ", or unset it");
    }

    @Test
    void ofJavaHomeThatIsNotThereIsRefused() throws Exception {
        Outcome outcome = checkout.with("JAVA_HOME", folder.resolve("gone")).run();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("gone/bin/java is not there").contains("Get a JDK");
    }

    @Test
    void isAskedForItsVersionOnlyOnce() throws Exception {
        checkout.onPath(checkout.jdk("jdk", "17"));

        checkout.run();
        checkout.run();
        checkout.run();

        // The first start asks before it builds; what it learnt is kept from then on.
        assertThat(checkout.recorded("probes")).hasSize(1);
    }

    @Test
    void isAskedAgainAfterAnUpgrade() throws Exception {
        Path jdk = checkout.jdk("jdk", "17");
        checkout.onPath(jdk).run();
        checkout.jdk("jdk", "21");

        checkout.run();

        assertThat(checkout.recorded("probes")).hasSize(2);
    }
}
