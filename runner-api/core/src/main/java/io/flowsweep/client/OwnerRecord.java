package io.flowsweep.client;

import io.flowsweep.events.Owner;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.HostLost;
import io.flowsweep.events.RunEvent.HostRequested;
import io.flowsweep.events.RunEvent.HostUsed;
import io.flowsweep.events.RunEvent.OwnerChanged;
import io.flowsweep.events.RunEvent.RunEnded;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvent.TagsChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a run's owner, and whoever changed its tags later, has put on record. Does not change once it is made. */
final class OwnerRecord {

    private final RunRequested request;
    private final Set<String> tags;
    private final Map<Integer, Instant> hosts = new HashMap<>();
    private final Map<Integer, ResourceUsage> used = new TreeMap<>();
    private final List<HostLost> losses = new ArrayList<>();
    private Owner owner;
    private Instant lastEvent;
    private int lastHost;
    private RunEnded ended;

    private OwnerRecord(RunRequested request) {
        this.request = request;
        this.tags = new LinkedHashSet<>(request.tags());
        this.owner = request.owner();
        this.lastEvent = request.at();
    }

    /** @return empty when the events do not begin with the request: then the run is not on record yet */
    static Optional<OwnerRecord> of(List<RunEvent> events) {
        if (events.isEmpty() || !(events.get(0) instanceof RunRequested request)) {
            return Optional.empty();
        }
        OwnerRecord record = new OwnerRecord(request);
        events.forEach(record::add);
        return Optional.of(record);
    }

    private void add(RunEvent event) {
        if (event instanceof TagsChanged changed) {
            tags.addAll(changed.added());
            changed.removed().forEach(tags::remove);
            return;
        }
        lastEvent = event.at().isAfter(lastEvent) ? event.at() : lastEvent;
        if (event instanceof HostRequested requested) {
            lastHost = requested.host();
            hosts.put(requested.host(), requested.at());
        } else if (event instanceof OwnerChanged adopted) {
            owner = adopted.owner();
        } else if (event instanceof HostLost loss) {
            losses.add(loss);
        } else if (event instanceof HostUsed taken) {
            used.merge(taken.host(), taken.usage(), ResourceUsage::or);
        } else if (event instanceof RunEnded end) {
            ended = ended == null ? end : ended;
        }
    }

    RunRequested request() {
        return request;
    }

    List<String> tags() {
        return List.copyOf(tags);
    }

    /** Who answers for the run, or did last. */
    Owner owner() {
        return owner;
    }

    /** The number of the host that was asked for last; 0 before any was. */
    int lastHost() {
        return lastHost;
    }

    /** When a host was asked for; empty when it was not. */
    Optional<Instant> requestedAt(int host) {
        return Optional.ofNullable(hosts.get(host));
    }

    /** Each host whose place another took, in order. */
    List<HostLost> losses() {
        return losses;
    }

    /** What hosts took, by their numbers. */
    Map<Integer, ResourceUsage> used() {
        return used;
    }

    /** When the owner last put something on record. */
    Instant lastEvent() {
        return lastEvent;
    }

    Optional<RunEnded> ended() {
        return Optional.ofNullable(ended);
    }
}
