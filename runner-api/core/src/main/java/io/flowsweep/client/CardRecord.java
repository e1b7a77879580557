package io.flowsweep.client;

import io.flowsweep.events.Artifact;
import io.flowsweep.events.RunEvent.CardChanged;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of one card. */
final class CardRecord {

    final String id;
    final Map<String, Artifact> parts = new LinkedHashMap<>();
    Instant changed;

    CardRecord(String id) {
        this.id = id;
    }

    void add(CardChanged change) {
        if (change.cleared()) {
            parts.clear();
        }
        change.parts().forEach(part -> parts.put(part.name(), part));
        changed = change.at();
    }
}
