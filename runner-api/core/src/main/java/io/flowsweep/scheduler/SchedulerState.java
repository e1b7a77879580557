package io.flowsweep.scheduler;

import io.flowsweep.scheduler.SchedulerEvent.Begun;
import io.flowsweep.scheduler.SchedulerEvent.Delivered;
import io.flowsweep.scheduler.SchedulerEvent.Fired;
import io.flowsweep.scheduler.SchedulerEvent.LeftOut;
import io.flowsweep.scheduler.SchedulerEvent.Refused;
import io.flowsweep.scheduler.SchedulerEvent.Standing;
import io.flowsweep.scheduler.SchedulerEvent.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What follows from a journal. Used by one thread. */
final class SchedulerState {

    private long position;
    private final Map<String, Instant> settled = new HashMap<>();
    private final Map<String, List<String>> open = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();

    void apply(SchedulerEvent event) {
        if (event instanceof Begun begun) {
            Standing standing = begun.standing();
            position = standing.position();
            settled.putAll(standing.settled());
            standing.open().forEach((name, runs) -> open.put(name, new ArrayList<>(runs)));
            waiting.addAll(standing.waiting());
        } else if (event instanceof Fired fired) {
            fired.planned().ifPresent(planned -> {
                settled.put(fired.deployment(), planned);
                open.computeIfAbsent(fired.deployment(), name -> new ArrayList<>())
                        .add(fired.run());
            });
        } else if (event instanceof LeftOut leftOut) {
            settled.put(leftOut.deployment(), leftOut.planned());
        } else if (event instanceof Refused refused) {
            refused.planned().ifPresent(planned -> settled.put(refused.deployment(), planned));
        } else if (event instanceof Delivered delivered) {
            position = delivered.position();
            waiting.addAll(delivered.begun());
            waiting.removeAll(delivered.over());
        }
    }

    Standing standing() {
        return new Standing(position, new TreeMap<>(settled), new TreeMap<>(open), List.copyOf(waiting));
    }

    long position() {
        return position;
    }

    Optional<Instant> settled(String deployment) {
        return Optional.ofNullable(settled.get(deployment));
    }

    /** Runs of a schedule that may be under way. */
    List<String> open(String deployment) {
        return open.getOrDefault(deployment, List.of());
    }

    /** Runs of a schedule need not be looked at again. */
    void ended(String deployment, List<String> runs) {
        open.computeIfPresent(deployment, (name, all) -> {
            all.removeAll(runs);
            return all.isEmpty() ? null : all;
        });
    }

    /** Nobody looks at earlier runs of this schedule. */
    void forgetRuns(String deployment) {
        open.remove(deployment);
    }

    /** In the order in which they came. */
    List<Waiting> waiting() {
        return Collections.unmodifiableList(waiting);
    }

    /** The deployment is gone. */
    void forget(String deployment) {
        settled.remove(deployment);
        open.remove(deployment);
    }

    /** All other deployments are gone. */
    void retain(Set<String> deployed) {
        settled.keySet().retainAll(deployed);
        open.keySet().retainAll(deployed);
    }
}
