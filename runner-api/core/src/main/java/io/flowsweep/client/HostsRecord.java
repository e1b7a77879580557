package io.flowsweep.client;

import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.CardChanged;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.HostLost;
import io.flowsweep.events.RunEvent.HostStarted;
import io.flowsweep.events.RunEvent.HostUsed;
import io.flowsweep.events.RunEvent.MetricReported;
import io.flowsweep.events.RunEvent.TaskFailed;
import io.flowsweep.events.RunEvent.TaskSettled;
import io.flowsweep.events.RunEvent.TaskStarted;
import io.flowsweep.events.RunEvent.TaskSucceeded;
import io.flowsweep.events.RunEvent.TaskUsed;
import io.flowsweep.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the hosts of a run have put on record together: tasks, with what came of them, and what the hosts tell of themselves. Does
 * not change once it is made.
 */
final class HostsRecord {

    private final Map<String, TaskRecord> tasks = new LinkedHashMap<>();
    private final List<MetricValue> metrics = new ArrayList<>();
    private final List<Long> pids = new ArrayList<>();
    private final Map<Integer, ResourceUsage> used = new TreeMap<>();
    private int successes;
    private Instant started;
    private Instant lastEvent = Instant.MIN;
    private HostEnded ended;

    private HostsRecord() {}

    /** Of the only host that a run has had. */
    static HostsRecord of(List<RunEvent> events) {
        HostsRecord record = new HostsRecord();
        events.forEach(record::add);
        return record;
    }

    /** Of all hosts, as their logs say now; attempts that were under way in a host that was lost failed with it. */
    static HostsRecord read(Store store, String folder, OwnerRecord owner) {
        HostsRecord record = new HostsRecord();
        List<HostLost> losses = new ArrayList<>(owner.losses());
        for (HostLogs.Placed each : HostLogs.read(store, folder, owner)) {
            while (!losses.isEmpty() && !losses.get(0).at().isAfter(each.at())) {
                HostLost loss = losses.remove(0);
                record.tasks.values().forEach(task -> task.lost(loss));
            }
            record.add(each.event());
        }
        return record;
    }

    private void add(RunEvent event) {
        lastEvent = event.at().isAfter(lastEvent) ? event.at() : lastEvent;
        if (event instanceof HostStarted start) {
            started = started == null ? start.at() : started;
            pids.add(start.pid());
        } else if (event instanceof HostEnded end) {
            ended = end;
        } else if (event instanceof HostUsed taken) {
            used.merge(taken.host(), taken.usage(), ResourceUsage::or);
        } else {
            addToTask(event);
        }
    }

    private void addToTask(RunEvent event) {
        if (event instanceof TaskStarted start) {
            task(start.task(), start.step()).add(start);
        } else if (event instanceof MetricReported reported) {
            MetricValue value = new MetricValue(
                    reported.metric(), reported.step(), reported.value(), reported.at(), reported.task());
            metrics.add(value);
            begun(reported.task()).ifPresent(task -> task.metrics.add(value));
        } else if (event instanceof CardChanged changed) {
            begun(changed.task()).ifPresent(task -> task.add(changed));
        } else if (event instanceof TaskUsed taken) {
            begun(taken.task()).ifPresent(task -> task.add(taken));
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

    /** By their ids, in the order in which they were begun. */
    Map<String, TaskRecord> tasks() {
        return tasks;
    }

    /** The task that succeeded last. */
    Optional<TaskRecord> lastSucceeded() {
        TaskRecord last = null;
        for (TaskRecord task : tasks.values()) {
            last = task.succeeded() && (last == null || task.place > last.place) ? task : last;
        }
        return Optional.ofNullable(last);
    }

    /** All that was reported, in order. */
    List<MetricValue> metrics() {
        return List.copyOf(metrics);
    }

    /** Their processes. */
    List<Long> pids() {
        return List.copyOf(pids);
    }

    /** What each says of itself that it took, by its number. */
    Map<Integer, ResourceUsage> used() {
        return used;
    }

    /** When the first one started. */
    Optional<Instant> started() {
        return Optional.ofNullable(started);
    }

    /** When something was last put on record; {@link Instant#MIN} when nothing was. */
    Instant lastEvent() {
        return lastEvent;
    }

    /** How the last one ended. */
    Optional<HostEnded> ended() {
        return Optional.ofNullable(ended);
    }
}
