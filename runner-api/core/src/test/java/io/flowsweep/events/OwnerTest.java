package io.flowsweep.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnerTest {

    private static Owner startedEarlier(Duration by) {
        Owner self = Owner.self();
        return new Owner(self.pid(), self.started().minus(by), self.machine());
    }

    @Test
    void livesAlthoughTheClockWasSet() {
        assertThat(Owner.self().alive()).isTrue();
        assertThat(startedEarlier(Duration.ofSeconds(1)).alive()).isTrue();
        assertThat(startedEarlier(Duration.ofSeconds(-1)).alive()).isTrue();
    }

    @Test
    void isDeadWhenAnotherProcessHasItsId() {
        assertThat(startedEarlier(Duration.ofMinutes(1)).alive()).isFalse();
    }

    @Test
    void ofAnotherMachineIsTakenToLive() {
        assertThat(new Owner(1, Owner.self().started(), "elsewhere").alive()).isTrue();
    }
}
