package io.flowsweep.runner;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostResources.Slots;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.admission.Lease;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.executor.limits.HeapSize;
import io.flowsweep.flow.MemorySize;
import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.runtime.place.TaskNeed;
import java.util.Map;
import java.util.Optional;

/** What a run takes of the machine. */
final class RunNeeds {

    private RunNeeds() {}

    /**
     * What has to be leased for a run.
     *
     * @throws io.flowsweep.executor.admission.NeverFitsException when there will never be that much
     * @throws InvalidInputException when it asks for a pool whose size nobody has said, or for less memory than a JVM needs
     */
    static Need of(RunOrder order) {
        order.plan()
                .resources()
                .pools()
                .keySet()
                .forEach(pool -> checkPool(pool, order.settings().pools()));
        if (isBounded(order)) {
            order.plan().resources().checkShare("");
        }
        checkMemory(order);
        Admission admission = Admission.ofThisMachine();
        Need need = TaskNeed.of(
                order.plan(),
                order.settings(),
                isBounded(order) ? memoryBytes(order) : 0,
                order.conditions().exclusive());
        if (order.conditions().oversubscribe()) {
            return admission.machine().cut(need);
        }
        admission.checkFits(need);
        return need;
    }

    /** As asked for, else the share of the machine's memory that its processors are of the machine's. */
    static long memoryBytes(RunOrder order) {
        ResourcePlan resources = order.plan().resources();
        return resources.memoryBytes().orElseGet(() -> Admission.ofThisMachine().fairMemoryBytes(resources.cpu()));
    }

    /** What the run's host is to be given, before it is known which parts of the machine these are. */
    static HostResources wanted(RunOrder order) {
        return HostResources.of(order.plan().resources().cpu(), memoryBytes(order));
    }

    /** What the run's host is given: what was asked for, even if less could be leased. */
    static HostResources granted(RunOrder order, Lease lease) {
        ResourcePlan resources = order.plan().resources();
        return new HostResources(
                resources.cpu(),
                memoryBytes(order),
                resources.gpu(),
                resources.pools(),
                Optional.of(new Slots(lease.processors(), lease.gpus())));
    }

    /** An executor that does not bound resources runs inside this JVM, whose memory is spent already. */
    static boolean isBounded(RunOrder order) {
        return order.executor().capabilities().contains(Capability.BOUNDS_RESOURCES);
    }

    private static void checkPool(String pool, Map<String, Integer> sizes) {
        if (!sizes.containsKey(pool)) {
            throw new InvalidInputException(
                    "the flow needs the pool \"" + pool + "\", whose size nobody has said",
                    "",
                    sizes.isEmpty()
                            ? "Say it with run.pools { " + pool + " = 1 } in the sweep file, or Runner.pool(\"" + pool
                                    + "\", 1)."
                            : Suggestions.didYouMean(pool, sizes.keySet()));
        }
    }

    private static void checkMemory(RunOrder order) {
        boolean jvm = isBounded(order) && order.plan().command().isEmpty();
        if (jvm && memoryBytes(order) < HeapSize.LEAST_MEMORY) {
            throw new InvalidInputException(
                    "memory = " + new MemorySize(memoryBytes(order))
                            + " is too little: a JVM that carries out a flow needs at least "
                            + MemorySize.text(HeapSize.LEAST_MEMORY),
                    "",
                    "Ask for more with @Resources(memory = …); a bare number counts MiB.");
        }
    }
}
