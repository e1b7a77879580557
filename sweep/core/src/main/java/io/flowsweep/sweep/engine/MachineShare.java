package io.flowsweep.sweep.engine;

import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.Executors;
import io.flowsweep.executor.admission.Machine;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.executor.limits.ProcessLimits;
import io.flowsweep.sweep.events.SweepEvent.MachineFound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the first run of a sweep gets of the machine, and by what it is held to that. */
final class MachineShare {

    private MachineShare() {}

    /**
     * @param command whether runs are commands
     * @param first what the first run takes
     */
    static MachineFound of(String executor, boolean command, Supplier<Need> first) {
        Machine machine = Machine.current();
        boolean bounded = command || Executors.named(executor).capabilities().contains(Capability.BOUNDS_RESOURCES);
        return new MachineFound(
                Instant.now(),
                machine.cpus(),
                machine.memoryBytes(),
                bounded ? need(first) : Optional.empty(),
                bounded ? means(command) : List.of());
    }

    private static Optional<String> need(Supplier<Need> first) {
        try {
            return Optional.of(first.get().toString());
        } catch (FlowSweepException e) {
            return Optional.empty(); // it is skipped when its turn comes, with the reason
        }
    }

    private static List<String> means(boolean command) {
        ProcessLimits limits = ProcessLimits.ofThisMachine();
        return command
                ? limits.meansForCommands()
                : Stream.concat(Stream.of("JVM flags"), limits.means().stream()).toList();
    }
}
