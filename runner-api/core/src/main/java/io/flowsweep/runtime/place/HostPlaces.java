package io.flowsweep.runtime.place;

import io.flowsweep.executor.HostResources.Slots;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.admission.Lease;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.plan.RulesPlan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The places of a host that is a process: itself for one task at a time, and processes it starts for the others and for those
 * that need one of their own. The run's owner has leased what one task needs; for each further one at the same time the host
 * leases as much again, and does without when the machine has no room.
 */
final class HostPlaces implements Places {

    /** Starts a process for tasks. */
    interface Processes {

        /**
         * @param rules of the tasks that it is for: their environment and libraries are its own
         * @param slots which processors and GPUs it may use; empty: those of this process
         */
        TaskPlace start(RulesPlan rules, Optional<Slots> slots);
    }

    private final TaskPlace own;
    private final Processes processes;
    private final Need need;
    private final int most;

    /** The places in use, each with its lease; one of them has none and uses what the run's owner has leased. */
    private final Map<TaskPlace, Optional<Lease>> taken = new LinkedHashMap<>();

    private final Deque<Lease> spare = new ArrayDeque<>();

    /** Processes without a task, each with the slots that it was started in. */
    private final Map<TaskPlace, Optional<Slots>> idle = new LinkedHashMap<>();

    /**
     * @param own this process
     * @param processes starts others
     * @param need what one task needs of the machine
     * @param most tasks at a time
     */
    HostPlaces(TaskPlace own, Processes processes, Need need, int most) {
        this.own = own;
        this.processes = processes;
        this.need = need;
        this.most = most;
    }

    @Override
    public Optional<TaskPlace> take(RulesPlan rules) {
        boolean ownersIsFree = !taken.containsValue(Optional.<Lease>empty());
        Optional<Lease> lease = ownersIsFree ? Optional.empty() : lease();
        if (taken.size() == most || !ownersIsFree && lease.isEmpty()) {
            spare(lease);
            return Optional.empty();
        }
        TaskPlace place = own.suits(rules) && !taken.containsKey(own) ? own : process(rules, slots(lease));
        taken.put(place, lease);
        return Optional.of(place);
    }

    @Override
    public void release(TaskPlace place) {
        Optional<Lease> lease = taken.remove(place);
        spare(lease);
        if (place != own && place.usable()) {
            idle.put(place, slots(lease));
        }
    }

    @Override
    public void shrink() {
        while (!spare.isEmpty()) {
            spare.pop().close();
        }
    }

    @Override
    public void close() {
        for (TaskPlace place : taken.keySet()) {
            place.close();
        }
        for (TaskPlace place : idle.keySet()) {
            place.close();
        }
        own.close();
        for (Optional<Lease> lease : taken.values()) {
            spare(lease);
        }
        shrink();
    }

    private Optional<Lease> lease() {
        if (!spare.isEmpty()) {
            return Optional.of(spare.pop());
        }
        Admission admission = Admission.ofThisMachine();
        return admission.tryAcquire(admission.machine().cut(need));
    }

    private void spare(Optional<Lease> lease) {
        if (lease.isPresent()) {
            spare.push(lease.get());
        }
    }

    private static Optional<Slots> slots(Optional<Lease> lease) {
        return lease.isEmpty()
                ? Optional.empty()
                : Optional.of(new Slots(lease.get().processors(), lease.get().gpus()));
    }

    private TaskPlace process(RulesPlan rules, Optional<Slots> slots) {
        idle.keySet().removeIf(place -> !place.usable());
        for (Map.Entry<TaskPlace, Optional<Slots>> free : idle.entrySet()) {
            if (free.getKey().suits(rules) && free.getValue().equals(slots)) {
                idle.remove(free.getKey());
                return free.getKey();
            }
        }
        return processes.start(rules, slots);
    }
}
