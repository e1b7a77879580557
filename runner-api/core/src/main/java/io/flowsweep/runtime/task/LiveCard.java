package io.flowsweep.runtime.task;

import io.flowsweep.events.Artifact;
import io.flowsweep.flow.card.Card;
import io.flowsweep.flow.card.CardPart;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.runtime.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A card that its task fills. The first change is written at once; those that follow wait until {@value #PAUSE_MILLIS} ms
 * have passed since the last write, and until writing has taken no more than a tenth of the time.
 */
final class LiveCard implements Card, AutoCloseable {

    /** Where changes go; called by one thread at a time. */
    interface Writer {
        void write(boolean cleared, List<Artifact> parts);
    }

    private static final long PAUSE_MILLIS = 250;
    private static final int COST_FACTOR = 10;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private final String id;
    private final ArtifactCodec codec;
    private final Writer writer;
    private final Map<String, CardPart> unwritten = new LinkedHashMap<>();
    private boolean cleared;
    private long appended;
    private long nextWrite = System.nanoTime();
    private boolean waiting;
    private boolean closed;

    LiveCard(String id, ArtifactCodec codec, Writer writer) {
        this.id = named("a card's id", id);
        this.codec = codec;
        this.writer = writer;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized Card append(CardPart... parts) {
        for (CardPart part : parts) {
            put("#" + ++appended, part);
        }
        return changed();
    }

    @Override
    public synchronized Card replace(String name, CardPart part) {
        put(named("the name of a part", name), part);
        return changed();
    }

    @Override
    public synchronized Card clear() {
        unwritten.clear();
        cleared = true;
        return changed();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            write();
        }
    }

    private void put(String name, CardPart part) {
        Objects.requireNonNull(part, "part");
        if (!closed) {
            unwritten.put(name, part);
        }
    }

    private Card changed() {
        long wait = nextWrite - System.nanoTime();
        if (closed || waiting) {
            return this;
        }
        if (wait <= 0) {
            write();
        } else {
            waiting = true;
            Clock.after(TimeUnit.NANOSECONDS.toMillis(wait) + 1, this::writeLater);
        }
        return this;
    }

    private synchronized void writeLater() {
        waiting = false;
        if (!closed) {
            write();
        }
    }

    private void write() {
        if (unwritten.isEmpty() && !cleared) {
            return;
        }
        long start = System.nanoTime();
        List<Artifact> parts = new ArrayList<>();
        unwritten.forEach((name, part) -> parts.add(codec.encode(name, "json", CardPart.class, part)));
        writer.write(cleared, parts);
        unwritten.clear();
        cleared = false;
        long end = System.nanoTime();
        nextWrite = end + Math.max(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS), (end - start) * COST_FACTOR);
    }

    private static String named(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " is made of ASCII letters, digits, _ and -, but got \"" + name + "\"");
        }
        return name;
    }
}
