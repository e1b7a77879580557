package io.flowsweep.metaflow.run;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.events.Artifact;
import io.flowsweep.metaflow.datastore.MetaflowArtifact;
import io.flowsweep.metaflow.datastore.UnreadableArtifactException;
import java.nio.file.Path;

/** Reads artifacts that are on record by their place in the datastore alone. */
public final class MetaflowValues {

    private MetaflowValues() {}

    /**
     * The plain value: read here if it is plain, else made by the run's Python, with the libraries that it needs.
     *
     * @throws CodecException when neither can, with the artifact's type
     */
    public static Object read(Artifact artifact) {
        NamedValue place = (NamedValue)
                ValueCodec.decode(NamedValue.class, artifact.value().orElseThrow());
        MetaflowArtifact named =
                new MetaflowArtifact(artifact.name(), place.type(), place.encoding(), Path.of(place.file()), 0);
        place.elsewhere()
                .flatMap(elsewhere -> elsewhere.fetch(named.file(), Path.of(place.python())))
                .ifPresent(why -> {
                    throw new CodecException(artifact.name(), "it is not in Metaflow's datastore: " + why);
                });
        try {
            return named.plain();
        } catch (UnreadableArtifactException e) {
            return PythonValues.read(named, place);
        }
    }
}
