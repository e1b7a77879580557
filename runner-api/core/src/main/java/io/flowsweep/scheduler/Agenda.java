package io.flowsweep.scheduler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which deployment is due next: to ask that costs the same however many there are. Used by one thread. */
final class Agenda {

    /** A deployment, and the first of its times that have not been looked at. */
    record Entry(Instant due, String deployment) {}

    private final Map<String, Instant> times = new HashMap<>();
    private final TreeSet<Entry> entries =
            new TreeSet<>(Comparator.comparing(Entry::due).thenComparing(Entry::deployment));

    /** The one time at which a deployment is due; none when empty. */
    void put(String deployment, Optional<Instant> due) {
        Instant before = times.remove(deployment);
        if (before != null) {
            entries.remove(new Entry(before, deployment));
        }
        due.ifPresent(time -> {
            times.put(deployment, time);
            entries.add(new Entry(time, deployment));
        });
    }

    /** Takes those out that are due, the earliest first. */
    List<Entry> due(Instant now) {
        List<Entry> due = new ArrayList<>();
        while (!entries.isEmpty() && !entries.first().due().isAfter(now)) {
            Entry first = entries.pollFirst();
            times.remove(first.deployment());
            due.add(first);
        }
        return due;
    }

    Optional<Instant> next() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.first().due());
    }
}
