package io.flowsweep.runtime.task;

import io.flowsweep.events.RunEvent.CardChanged;
import io.flowsweep.flow.card.Card;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.runtime.log.HostLog;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The cards of one attempt at a task. Thread-safe. */
final class TaskCards implements AutoCloseable {

    private final TaskOrder order;
    private final ArtifactCodec codec;
    private final HostLog log;
    private final Map<String, LiveCard> cards = new LinkedHashMap<>();

    TaskCards(TaskOrder order, ArtifactCodec codec, HostLog log) {
        this.order = order;
        this.codec = codec;
        this.log = log;
    }

    /** A card asked for after the end is one that nobody sees. */
    synchronized Card card(String id) {
        return cards.computeIfAbsent(
                id,
                i -> new LiveCard(
                        i,
                        codec,
                        (cleared, parts) -> log.append(
                                new CardChanged(Instant.now(), order.task(), order.attempt(), i, cleared, parts))));
    }

    /** Writes what is not yet written; later changes are ignored. */
    @Override
    public synchronized void close() {
        for (LiveCard card : cards.values()) {
            card.close();
        }
    }
}
