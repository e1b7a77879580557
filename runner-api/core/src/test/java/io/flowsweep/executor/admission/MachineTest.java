package io.flowsweep.executor.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void currentHasWhatTheVirtualMachineSees() {
        Machine machine = Machine.current();
        assertThat(machine.cpus()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(machine.memoryBytes())
                .isGreaterThanOrEqualTo(Runtime.getRuntime().maxMemory());
        assertThat(machine.fits(Need.of(machine.cpus(), machine.memoryBytes()))).isTrue();
        assertThat(machine.fits(Need.of(machine.cpus() + 1, 0))).isFalse();
    }

    @Test
    void isTheDriversWhereTheDriverHasToldIt() {
        Machine machine = Machine.told(new Machine(List.of(0, 1, 2, 7), 5L << 30, Gpus.NONE).told());
        assertThat(machine.processors()).containsExactly(0, 1, 2, 7);
        assertThat(machine.memoryBytes()).isEqualTo(5L << 30);
        assertThat(Machine.told("").cpus()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void isDescribedInWholeUnits() {
        assertThat(new Machine(1, 512L << 20)).hasToString("1 CPU and 512 MiB");
        assertThat(new Machine(2, (24L << 30) + 5)).hasToString("2 CPUs and 24 GiB");
        assertThat(Need.of(2, (1L << 30) + 1)).hasToString("2 CPUs and 1 GiB");
    }

    @Test
    void needsAreOfNoNegativeAmounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> Need.of(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Need.of(1, -1));
    }
}
