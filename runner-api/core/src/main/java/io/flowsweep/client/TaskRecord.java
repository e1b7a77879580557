package io.flowsweep.client;

import io.flowsweep.events.Artifact;
import io.flowsweep.events.Failure;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunEvent.CardChanged;
import io.flowsweep.events.RunEvent.HostLost;
import io.flowsweep.events.RunEvent.TaskFailed;
import io.flowsweep.events.RunEvent.TaskSettled;
import io.flowsweep.events.RunEvent.TaskStarted;
import io.flowsweep.events.RunEvent.TaskSucceeded;
import io.flowsweep.events.RunEvent.TaskUsed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run's logs say of one task: its last attempt, and how those before it failed. */
final class TaskRecord {

    final String id;
    final String step;
    final List<Failure> failures = new ArrayList<>();
    final List<MetricValue> metrics = new ArrayList<>();
    final Map<String, CardRecord> cards = new LinkedHashMap<>();
    String key;
    Instant started;
    int attempt;
    int metricsOfEarlierAttempts;
    Instant ended;

    /** Of its success among those of all tasks, in the order of the logs: clocks may be set back. */
    int place;

    Failure failure;
    List<Artifact> artifacts = List.of();
    Optional<ResourceUsage> usage = Optional.empty();
    Optional<String> origin = Optional.empty();

    TaskRecord(String id, String step) {
        this.id = id;
        this.step = step;
    }

    boolean succeeded() {
        return ended != null && failure == null;
    }

    void add(TaskStarted event) {
        started = started == null ? event.at() : started;
        attempt = event.attempt();
        key = event.key();
        metricsOfEarlierAttempts = metrics.size();
        cards.clear();
        ended = null;
        failure = null;
    }

    void add(CardChanged event) {
        if (attempt == event.attempt()) {
            cards.computeIfAbsent(event.card(), CardRecord::new).add(event);
        }
    }

    void add(TaskUsed event) {
        usage = Optional.of(usage.map(before -> before.then(event.usage())).orElse(event.usage()));
    }

    void add(TaskSucceeded event, int itsPlace) {
        if (ended == null && attempt == event.attempt()) {
            ended = event.at();
            place = itsPlace;
            artifacts = event.artifacts();
        }
    }

    void add(TaskFailed event) {
        if (attempt == event.attempt()) {
            fail(event.at(), event.failure());
        }
    }

    /** It was not carried out: its end was taken over from elsewhere. */
    void add(TaskSettled event, int itsPlace) {
        started = started == null ? event.at() : started;
        ended = event.at();
        place = itsPlace;
        artifacts = event.artifacts();
        failure = null;
        key = event.key();
        origin = event.origin();
    }

    /** An attempt that was under way in a host that was lost failed with it. */
    void lost(HostLost event) {
        fail(event.at(), event.failure());
    }

    private void fail(Instant at, Failure why) {
        if (ended == null) {
            ended = at;
            failure = why;
            failures.add(why);
        }
    }
}
