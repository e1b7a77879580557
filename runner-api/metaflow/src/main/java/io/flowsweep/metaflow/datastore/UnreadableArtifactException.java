package io.flowsweep.metaflow.datastore;

import io.flowsweep.errors.FlowSweepException;

/** The value of an artifact cannot be read without Python, or not at all; others of its task can. */
public final class UnreadableArtifactException extends FlowSweepException {

    private final transient MetaflowArtifact artifact;

    UnreadableArtifactException(MetaflowArtifact artifact, String why) {
        super("the artifact \"" + artifact.name() + "\", a " + artifact.type() + ", cannot be read here: " + why);
        this.artifact = artifact;
    }

    /** The artifact that failed. */
    public MetaflowArtifact artifact() {
        return artifact;
    }
}
