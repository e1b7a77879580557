package io.flowsweep.executor.limits;

import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostResources.Slots;
import io.flowsweep.executor.admission.Machine;
import io.flowsweep.os.OwnProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a process is told of its limits, for itself and for what it starts. */
final class LimitVariables {

    private LimitVariables() {}

    /** @param limits it need not find out again which there are */
    static Map<String, String> of(HostResources resources, Set<Limit> limits) {
        Map<String, String> variables =
                GpuVariables.of(resources.slots().map(Slots::gpus).orElse(List.of()));
        variables.put(ProcessLimits.VARIABLE, Limit.words(limits));
        variables.put(WatchedTree.VARIABLE, Long.toString(OwnProcess.pid()));
        variables.put(Machine.VARIABLE, machine(resources));
        return variables;
    }

    /**
     * What a process may lease to others, which is what it has; one that has leased no processor runs on any, and one that has leased
     * nothing shares what this process has.
     */
    private static String machine(HostResources resources) {
        Machine machine = Machine.current();
        if (resources.slots().isEmpty()) {
            return System.getenv().getOrDefault(Machine.VARIABLE, machine.told());
        }
        Slots slots = resources.slots().get();
        List<Integer> processors = slots.processors().isEmpty() ? machine.processors() : slots.processors();
        return new Machine(processors, resources.memoryBytes(), machine.gpus()).told();
    }
}
