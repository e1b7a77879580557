package io.flowsweep.runtime;

import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.admission.Lease;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.plan.FlowPlan.RulesPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The places of a host that is a process: itself for one task at a time, and processes it starts for the others and for those
 * that need one of their own. The run's owner has leased what one task needs; for each further one at the same time the host
 * leases as much again, and does without when the machine has no room.
 */
final class HostPlaces implements Places {

    private final TaskPlace own;
    private final Function<Map<String, String>, TaskPlace> processes;
    private final Need need;
    private final int most;
    private final List<TaskPlace> taken = new ArrayList<>();
    private final List<TaskPlace> idle = new ArrayList<>();
    private final Deque<Lease> leases = new ArrayDeque<>();

    /**
     * @param own this process
     * @param processes starts one, with environment variables on top of this process's
     * @param need what one task needs of the machine
     * @param most tasks at a time
     */
    HostPlaces(TaskPlace own, Function<Map<String, String>, TaskPlace> processes, Need need, int most) {
        this.own = own;
        this.processes = processes;
        this.need = need;
        this.most = most;
    }

    @Override
    public Optional<TaskPlace> take(RulesPlan rules) {
        if (taken.size() == most || !isAdmitted()) {
            return Optional.empty();
        }
        TaskPlace place = own.suits(rules) && !taken.contains(own) ? own : process(rules);
        taken.add(place);
        return Optional.of(place);
    }

    @Override
    public void release(TaskPlace place) {
        taken.remove(place);
        if (place != own && place.usable()) {
            idle.add(place);
        }
    }

    @Override
    public void shrink() {
        while (leases.size() > Math.max(0, taken.size() - 1)) {
            leases.pop().close();
        }
    }

    @Override
    public void close() {
        taken.forEach(TaskPlace::close);
        idle.forEach(TaskPlace::close);
        own.close();
        leases.forEach(Lease::close);
    }

    private boolean isAdmitted() {
        if (taken.size() <= leases.size()) {
            return true;
        }
        Admission admission = Admission.ofThisMachine();
        Optional<Lease> lease = admission.tryAcquire(admission.machine().cut(need));
        lease.ifPresent(leases::push);
        return lease.isPresent();
    }

    private TaskPlace process(RulesPlan rules) {
        for (Iterator<TaskPlace> places = idle.iterator(); places.hasNext(); ) {
            TaskPlace place = places.next();
            if (!place.usable()) {
                places.remove();
            } else if (place.suits(rules)) {
                places.remove();
                return place;
            }
        }
        return processes.apply(rules.environment());
    }
}
