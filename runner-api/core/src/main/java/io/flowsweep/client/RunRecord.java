package io.flowsweep.client;

import io.flowsweep.events.Artifact;
import io.flowsweep.events.Failure;
import io.flowsweep.events.Owner;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.CardChanged;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.HostLost;
import io.flowsweep.events.RunEvent.HostRequested;
import io.flowsweep.events.RunEvent.HostStarted;
import io.flowsweep.events.RunEvent.HostUsed;
import io.flowsweep.events.RunEvent.MetricReported;
import io.flowsweep.events.RunEvent.OwnerChanged;
import io.flowsweep.events.RunEvent.RunEnded;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvent.TagsChanged;
import io.flowsweep.events.RunEvent.TaskFailed;
import io.flowsweep.events.RunEvent.TaskSettled;
import io.flowsweep.events.RunEvent.TaskStarted;
import io.flowsweep.events.RunEvent.TaskSucceeded;
import io.flowsweep.events.RunEvent.TaskUsed;
import io.flowsweep.events.RunEvents;
import io.flowsweep.events.RunState;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What a run's logs say together, at the moment they were read: the owner's log and that of the host that counts. */
final class RunRecord {

    final Store store;
    final String folder;
    final RunRequested request;
    final Set<String> tags;
    private Owner owner;
    private final Map<String, TaskRecord> tasks = new LinkedHashMap<>();
    private int successes;
    private final List<MetricValue> metrics = new ArrayList<>();
    private final Map<Integer, Instant> hosts = new HashMap<>();
    private final Map<Integer, ResourceUsage> used = new TreeMap<>();
    private final Map<String, Optional<RunRecord>> origins = new ConcurrentHashMap<>();
    private final List<HostLost> lostHosts = new ArrayList<>();
    int host;
    private final List<Long> hostPids = new ArrayList<>();
    private Instant hostStarted;
    private Instant lastEvent;
    private final Optional<List<RunEvent>> ofHost;
    private boolean hostsRead;
    private RunEnded ended;
    private HostEnded hostEnded;
    private boolean lost;

    private RunRecord(Store store, String folder, RunRequested request, Optional<List<RunEvent>> ofHost) {
        this.ofHost = ofHost;
        this.store = store;
        this.folder = folder;
        this.request = request;
        this.tags = new LinkedHashSet<>(request.tags());
        this.lastEvent = request.at();
        this.owner = request.owner();
    }

    /** The record of a run; empty when there is no such run, or it is not on record yet. */
    static Optional<RunRecord> read(Store store, String folder) {
        Optional<RunRecord> record = readOnce(store, folder);
        if (record.isEmpty() || record.get().hasEnd() || record.get().owner.alive()) {
            return record;
        }
        Optional<RunRecord> last = readOnce(store, folder); // with what the owner wrote between that look and its death
        last.ifPresent(r -> r.lost = !r.hasEnd());
        return last;
    }

    private static Optional<RunRecord> readOnce(Store store, String folder) {
        return of(store, folder, events(store, StoreLayout.runLog(folder)), Optional.empty());
    }

    /** The same when it is known what the owner has put on record, and perhaps its only host. */
    static Optional<RunRecord> of(Store store, String folder, List<RunEvent> owner, Optional<List<RunEvent>> host) {
        if (owner.isEmpty() || !(owner.get(0) instanceof RunRequested request)) {
            return Optional.empty();
        }
        RunRecord record = new RunRecord(store, folder, request, host);
        owner.forEach(record::add);
        if (record.ended == null) {
            record.readHosts();
        }
        return Optional.of(record);
    }

    /** The logs of hosts do not change when the run has ended, so they are read only when asked for. */
    private synchronized void readHosts() {
        if (hostsRead) {
            return;
        }
        hostsRead = true;
        if (ofHost.isPresent()) {
            ofHost.get().forEach(this::add);
            return;
        }
        hostEvents().forEach(each -> {
            failWhatWasLost(each.at());
            add(each.event());
        });
    }

    Map<String, TaskRecord> tasks() {
        readHosts();
        return tasks;
    }

    List<MetricValue> metrics() {
        readHosts();
        return metrics;
    }

    List<Long> hostPids() {
        readHosts();
        return List.copyOf(hostPids);
    }

    /** What all hosts took, as their owner put it on record, else as they did themselves. */
    Optional<ResourceUsage> usage() {
        if (used.isEmpty()) {
            readHosts();
        }
        return used.values().stream().reduce(ResourceUsage::then);
    }

    /** When the first host started. */
    Optional<Instant> startedAt() {
        readHosts();
        return Optional.ofNullable(hostStarted);
    }

    /** From the start of the first host to the last event, or to now while the run goes on. */
    Duration duration() {
        readHosts();
        if (hostStarted == null) {
            return Duration.ZERO;
        }
        return Duration.between(hostStarted, state() == RunState.RUNNING ? Instant.now() : lastEvent);
    }

    /** When it ended, as far as is known. */
    Optional<Instant> endedAt() {
        return ended != null
                ? Optional.of(ended.at())
                : Optional.of(lastEvent).filter(at -> state() != RunState.RUNNING);
    }

    /** Attempts that were under way in a host that was lost failed with it. */
    private void failWhatWasLost(Instant now) {
        while (!lostHosts.isEmpty() && !lostHosts.get(0).at().isAfter(now)) {
            HostLost loss = lostHosts.remove(0);
            tasks.values().forEach(task -> task.lost(loss));
        }
    }

    /** An event, and its place in time among those of other logs. */
    private record Placed(Instant at, RunEvent event) {}

    /**
     * What the hosts did, in the order of time; what one did after another took its place does not count. The order of a log's own
     * lines stays, even where the clock was set back between two.
     */
    private List<Placed> hostEvents() {
        List<Placed> events = new ArrayList<>();
        for (String name : host == 0 ? List.<String>of() : store.list(folder)) {
            int from = StoreLayout.hostOf(name);
            Instant replaced = hosts.getOrDefault(from + 1, Instant.MAX);
            if (from > 0 && from <= host) {
                Instant latest = Instant.MIN;
                for (RunEvent event : events(store, folder + "/" + name)) {
                    latest = event.at().isAfter(latest) ? event.at() : latest;
                    if (!event.at().isAfter(replaced) && (from == host || !(event instanceof HostEnded))) {
                        events.add(new Placed(latest, event));
                    }
                }
            }
        }
        events.sort(Comparator.comparing(Placed::at));
        return events;
    }

    private boolean hasEnd() {
        return ended != null || hostEnded != null;
    }

    /** What the owner recorded last; else what the host did; else whether there was still an owner. */
    RunState state() {
        if (ended != null) {
            return ended.state();
        }
        if (hostEnded != null) {
            return hostEnded.state();
        }
        return lost ? RunState.LOST : RunState.RUNNING;
    }

    Optional<Failure> failure() {
        if (ended != null) {
            return ended.failure();
        }
        if (hostEnded != null) {
            return hostEnded.failure();
        }
        return lost
                ? Optional.of(Failure.of(
                        "lost",
                        "its owner, process " + owner.pid() + " on " + owner.machine() + ", died before it ended"))
                : Optional.empty();
    }

    /** The artifacts of the task that succeeded last. */
    List<Artifact> lastArtifacts() {
        TaskRecord last = null;
        for (TaskRecord task : tasks().values()) {
            last = task.succeeded() && (last == null || task.place > last.place) ? task : last;
        }
        return last == null ? List.of() : last.artifacts;
    }

    /** The task of another run that stands behind one that was taken over from there. */
    Optional<Task> original(TaskRecord task) {
        return task.origin
                .flatMap(id -> origins.computeIfAbsent(
                        id, i -> read(store, StoreLayout.run(request.plan().flow(), i))))
                .flatMap(run -> run.tasks().values().stream()
                        .filter(t -> t != task && t.key != null && t.key.equals(task.key))
                        .map(t -> new Task(run, t))
                        .findFirst());
    }

    private static List<RunEvent> events(Store store, String log) {
        List<RunEvent> events = new ArrayList<>();
        for (String line : store.read(log, 0).lines()) {
            RunEvents.parse(line).ifPresent(events::add);
        }
        return events;
    }

    private void add(RunEvent event) {
        if (event.at().isAfter(lastEvent) && !(event instanceof TagsChanged)) {
            lastEvent = event.at();
        }
        if (event instanceof HostRequested requested) {
            host = requested.host();
            hosts.put(host, requested.at());
        } else if (event instanceof OwnerChanged adopted) {
            owner = adopted.owner();
        } else if (event instanceof HostLost loss) {
            lostHosts.add(loss);
        } else if (event instanceof RunEnded end) {
            ended = ended == null ? end : ended;
        } else if (event instanceof TagsChanged changed) {
            tags.addAll(changed.added());
            changed.removed().forEach(tags::remove);
        } else if (event instanceof HostStarted started) {
            hostStarted = hostStarted == null ? started.at() : hostStarted;
            hostPids.add(started.pid());
        } else if (event instanceof HostEnded end) {
            hostEnded = end;
        } else if (event instanceof HostUsed host) {
            used.merge(host.host(), host.usage(), ResourceUsage::or);
        } else {
            addToTask(event);
        }
    }

    private void addToTask(RunEvent event) {
        if (event instanceof TaskStarted started) {
            task(started.task(), started.step()).add(started);
        } else if (event instanceof MetricReported reported) {
            MetricValue value = new MetricValue(
                    reported.metric(), reported.step(), reported.value(), reported.at(), reported.task());
            metrics.add(value);
            begun(reported.task()).ifPresent(task -> task.metrics.add(value));
        } else if (event instanceof CardChanged changed) {
            begun(changed.task()).ifPresent(task -> task.add(changed));
        } else if (event instanceof TaskUsed used) {
            begun(used.task()).ifPresent(task -> task.add(used));
        } else if (event instanceof TaskSucceeded succeeded) {
            task(succeeded.task(), succeeded.step()).add(succeeded, ++successes);
        } else if (event instanceof TaskFailed failed) {
            task(failed.task(), failed.step()).add(failed);
        } else if (event instanceof TaskSettled settled) {
            task(settled.task(), settled.step()).add(settled, ++successes);
        }
    }

    private Optional<TaskRecord> begun(String task) {
        return Optional.ofNullable(tasks.get(task));
    }

    private TaskRecord task(String id, String step) {
        return tasks.computeIfAbsent(id, i -> new TaskRecord(i, step));
    }
}
