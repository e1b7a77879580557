package io.flowsweep.metaflow.run;

import io.flowsweep.codec.ValueCodec;
import io.flowsweep.events.Artifact;
import io.flowsweep.flow.card.CardPart;
import io.flowsweep.metaflow.datastore.MetaflowArtifact;
import io.flowsweep.metaflow.datastore.MetaflowTask;
import io.flowsweep.metaflow.datastore.UnreadableArtifactException;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.source.CommandRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the tasks of one run left, in the form that it has on record: a small plain value itself, any other by its place in the
 * datastore, to be read when it is asked for (see {@link MetaflowValues}). A value that many tasks have is read once.
 */
final class RecordedArtifacts {

    /** The codec of those that are only named. */
    static final String CODEC = "metaflow";

    /** In bytes; a longer one is only named. */
    static final int SMALL = 16 << 10;

    private final ArtifactCodec codec;
    private final Path python;
    private final Path script;
    private final Optional<Elsewhere> elsewhere;
    private final Map<Path, Artifact> known = new HashMap<>();

    /**
     * @param python the run's interpreter
     * @param script the flow's file, as it is run
     * @param elsewhere the datastore, when what is read are copies
     */
    RecordedArtifacts(CommandRun run, Path python, Path script, Optional<Elsewhere> elsewhere) {
        this.codec = new ArtifactCodec(run.store());
        this.python = python;
        this.script = script;
        this.elsewhere = elsewhere;
    }

    List<Artifact> of(MetaflowTask task) {
        return task.artifacts().stream().map(this::of).toList();
    }

    Artifact of(String name, double value) {
        return codec.ofPlain(name, value);
    }

    /** Parts of a card that were appended one after the other. */
    List<Artifact> of(List<CardPart> parts) {
        List<Artifact> artifacts = new ArrayList<>();
        for (CardPart part : parts) {
            String name = "#" + (artifacts.size() + 1);
            artifacts.add(codec.ofPlain(name, ValueCodec.encode(CardPart.class, part)));
        }
        return artifacts;
    }

    private Artifact of(MetaflowArtifact artifact) {
        Artifact recorded = known.computeIfAbsent(artifact.file(), file -> record(artifact));
        return recorded.name().equals(artifact.name())
                ? recorded
                : new Artifact(artifact.name(), recorded.codec(), recorded.value(), recorded.blob());
    }

    private Artifact record(MetaflowArtifact artifact) {
        try {
            return artifact.size() <= SMALL ? codec.ofPlain(artifact.name(), artifact.plain()) : named(artifact);
        } catch (UnreadableArtifactException e) {
            return named(artifact);
        }
    }

    private Artifact named(MetaflowArtifact artifact) {
        NamedValue place = new NamedValue(
                artifact.type(),
                artifact.encoding(),
                artifact.file().toString(),
                python.toString(),
                script.toString(),
                elsewhere);
        Object plain = ValueCodec.encode(NamedValue.class, place);
        return new Artifact(artifact.name(), CODEC, Optional.of(plain), Optional.empty());
    }
}
