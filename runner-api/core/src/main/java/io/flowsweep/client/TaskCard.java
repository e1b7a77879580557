package io.flowsweep.client;

import io.flowsweep.codec.ValueCodec;
import io.flowsweep.flow.card.CardPart;
import io.flowsweep.flow.card.MetricChart;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A card of a task, as it stood when it was read; while the task runs, the next reading may find more. */
public final class TaskCard {

    private final Task task;
    private final CardRecord record;
    private final ArtifactCodec codec;
    private final List<MetricValue> metrics;

    TaskCard(Task task, CardRecord record, ArtifactCodec codec, List<MetricValue> metrics) {
        this.task = task;
        this.record = record;
        this.codec = codec;
        this.metrics = metrics;
    }

    /** The task whose card it is. */
    public Task task() {
        return task;
    }

    public String id() {
        return record.id;
    }

    /** When it was written last. */
    public Instant changedAt() {
        return record.changed;
    }

    /**
     * Its parts from top to bottom, by name; one that was appended without a name is called {@code #1}, {@code #2} and so on.
     * A chart of metrics is a {@link io.flowsweep.flow.card.Chart} of what has been reported.
     */
    public Map<String, CardPart> parts() {
        Map<String, CardPart> parts = new LinkedHashMap<>();
        record.parts.forEach((name, part) -> {
            CardPart read = ValueCodec.decode(CardPart.class, codec.plain(part));
            parts.put(name, read instanceof MetricChart chart ? MetricCharts.of(chart, metrics) : read);
        });
        return parts;
    }

    /**
     * One part of it.
     *
     * @throws IllegalArgumentException when there is none of that name, or it is of another kind
     */
    public <P extends CardPart> P part(String name, Class<P> kind) {
        CardPart part = parts().get(name);
        if (!kind.isInstance(part)) {
            throw new IllegalArgumentException("the card " + id() + " has no " + kind.getSimpleName() + " \"" + name
                    + "\"; its parts are " + record.parts.keySet());
        }
        return kind.cast(part);
    }

    @Override
    public String toString() {
        return "TaskCard[" + id() + ", " + record.parts.size() + " parts]";
    }
}
