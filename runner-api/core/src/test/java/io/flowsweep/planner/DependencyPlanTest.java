package io.flowsweep.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyPlanTest {

    private static DependencyPlan asking(String... packages) {
        return new DependencyPlan(List.of(packages), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void aStepAddsToWhatTheClassAsksForAndItsVersionsCount() {
        assertThat(asking("g:a:1", "g:b:1").with(asking("g:b:2", "g:c:1")).packages())
                .containsExactly("g:a:1", "g:b:2", "g:c:1");
    }

    @Test
    void itsKeyIsThatOfWhatIsAskedForAndNotOfTheLock() {
        DependencyPlan set = asking("g:a:1");

        assertThat(set.withLock(List.of(new LockedJar("g:a:jar:1", "ab", 1, "central", "file:/a.jar")))
                        .key())
                .isEqualTo(set.key());
        assertThat(asking("g:a:2").key()).isNotEqualTo(set.key());
    }

    @Test
    void aLockedJarKnowsItsPlaceInAnyLocalRepository() {
        assertThat(new LockedJar("org.acme:lib:jar:1.0", "", 0, "", "").repositoryPath())
                .isEqualTo("org/acme/lib/1.0/lib-1.0.jar");
        assertThat(new LockedJar("org.acme:lib:jar:linux:1.0", "", 0, "", "").repositoryPath())
                .isEqualTo("org/acme/lib/1.0/lib-1.0-linux.jar");
    }
}
