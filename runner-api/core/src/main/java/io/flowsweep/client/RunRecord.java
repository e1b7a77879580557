package io.flowsweep.client;

import io.flowsweep.events.Artifact;
import io.flowsweep.events.Failure;
import io.flowsweep.events.Owner;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.RunEnded;
import io.flowsweep.events.RunState;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a run's logs say together, at the moment they were read: that of its owner and those of its hosts. Where both say how it
 * ended, the owner's word counts. The logs of hosts do not change once the run has ended, so they are read then when somebody asks
 * for what only they say. Thread-safe.
 */
final class RunRecord {

    private final Store store;
    private final String folder;
    private final OwnerRecord owner;
    private final boolean abandoned;
    private final Supplier<HostsRecord> reading;
    private final Map<String, Optional<RunRecord>> origins = new ConcurrentHashMap<>();
    private HostsRecord hosts;

    /**
     * @param abandoned whether nobody answers for the run any more
     * @param reading gets what its hosts have put on record
     */
    private RunRecord(Store store, String folder, OwnerRecord owner, boolean abandoned, Supplier<HostsRecord> reading) {
        this.store = store;
        this.folder = folder;
        this.owner = owner;
        this.abandoned = abandoned;
        this.reading = reading;
        if (owner.ended().isEmpty()) {
            hosts();
        }
    }

    /** The record of a run; empty when there is no such run, or it is not on record yet. */
    static Optional<RunRecord> read(Store store, String folder) {
        Optional<RunRecord> record = read(store, folder, false);
        return record.isEmpty()
                        || record.get().hasEnd()
                        || record.get().owner.owner().alive()
                ? record
                : read(store, folder, true); // with what the owner wrote between that look and its death
    }

    private static Optional<RunRecord> read(Store store, String folder, boolean abandoned) {
        return OwnerRecord.of(HostLogs.events(store, StoreLayout.runLog(folder)))
                .map(owner ->
                        new RunRecord(store, folder, owner, abandoned, () -> HostsRecord.read(store, folder, owner)));
    }

    /** The same when it is known what the owner has put on record, and perhaps its only host. */
    static Optional<RunRecord> of(Store store, String folder, List<RunEvent> owner, Optional<List<RunEvent>> host) {
        return OwnerRecord.of(owner)
                .map(known -> new RunRecord(
                        store,
                        folder,
                        known,
                        false,
                        () -> host.map(HostsRecord::of).orElseGet(() -> HostsRecord.read(store, folder, known))));
    }

    Store store() {
        return store;
    }

    /** Its name in the store. */
    String folder() {
        return folder;
    }

    FlowPlan plan() {
        return owner.request().plan();
    }

    OwnerRecord owner() {
        return owner;
    }

    synchronized HostsRecord hosts() {
        if (hosts == null) {
            hosts = reading.get();
        }
        return hosts;
    }

    /** What all hosts took, as their owner put it on record, else as they did themselves. */
    Optional<ResourceUsage> usage() {
        Map<Integer, ResourceUsage> used = new TreeMap<>(owner.used());
        if (used.isEmpty() || owner.ended().isEmpty()) {
            hosts().used().forEach((host, usage) -> used.merge(host, usage, ResourceUsage::or));
        }
        return used.values().stream().reduce(ResourceUsage::then);
    }

    /** From the start of the first host to the last event, or to now while the run goes on. */
    Duration duration() {
        return hosts().started()
                .map(start -> Duration.between(start, state() == RunState.RUNNING ? Instant.now() : lastEvent()))
                .orElse(Duration.ZERO);
    }

    /** When it ended, as far as is known. */
    Optional<Instant> endedAt() {
        return owner.ended()
                .map(RunEnded::at)
                .or(() -> Optional.of(lastEvent()).filter(at -> state() != RunState.RUNNING));
    }

    private Instant lastEvent() {
        return hosts().lastEvent().isAfter(owner.lastEvent()) ? hosts().lastEvent() : owner.lastEvent();
    }

    private boolean hasEnd() {
        return owner.ended().isPresent() || hosts().ended().isPresent();
    }

    /** What the owner recorded last; else what the host did; else whether there was still an owner. */
    RunState state() {
        return owner.ended()
                .map(RunEnded::state)
                .or(() -> hosts().ended().map(HostEnded::state))
                .orElse(abandoned ? RunState.LOST : RunState.RUNNING);
    }

    Optional<Failure> failure() {
        if (owner.ended().isPresent()) {
            return owner.ended().get().failure();
        }
        if (hosts().ended().isPresent()) {
            return hosts().ended().get().failure();
        }
        Owner last = owner.owner();
        return abandoned
                ? Optional.of(Failure.of(
                        Failure.LOST,
                        "its owner, process " + last.pid() + " on " + last.machine() + ", died before it ended"))
                : Optional.empty();
    }

    /** The artifacts of the task that succeeded last. */
    List<Artifact> lastArtifacts() {
        return hosts().lastSucceeded().map(task -> task.artifacts).orElse(List.of());
    }

    /** The task of another run that stands behind one that was taken over from there. */
    Optional<Task> original(TaskRecord task) {
        return task.origin
                .flatMap(id -> origins.computeIfAbsent(id, i -> read(store, StoreLayout.run(plan().flow(), i))))
                .flatMap(run -> run.hosts().tasks().values().stream()
                        .filter(t -> t != task && t.key != null && t.key.equals(task.key))
                        .map(t -> new Task(run, t))
                        .findFirst());
    }
}
