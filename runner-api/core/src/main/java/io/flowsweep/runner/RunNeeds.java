package io.flowsweep.runner;

import io.flowsweep.executor.Capability;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.plan.FlowPlan;

/** What a run takes of the machine. */
final class RunNeeds {

    private RunNeeds() {}

    /** An executor that does not bound resources runs inside this JVM, whose memory is spent already. */
    static Need of(RunOrder order) {
        boolean bounded = order.executor().capabilities().contains(Capability.BOUNDS_RESOURCES);
        return new Need(order.plan().resources().cpu(), bounded ? memoryBytes(order) : 0, order.exclusive());
    }

    /** As asked for, else the share of the machine's memory that its processors are of the machine's. */
    static long memoryBytes(RunOrder order) {
        FlowPlan.ResourcePlan resources = order.plan().resources();
        return resources.memoryBytes().orElseGet(() -> Admission.ofThisMachine().fairMemoryBytes(resources.cpu()));
    }
}
