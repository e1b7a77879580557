package io.flowsweep.client;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.events.Artifact;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.source.FlowSources;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The artifacts that a task left, by field name. Large ones are read when asked for. */
public final class Artifacts {

    private final Store store;
    private final ArtifactCodec codec;
    private final Map<String, Artifact> artifacts = new LinkedHashMap<>();

    Artifacts(Store store, List<Artifact> artifacts) {
        this.store = store;
        this.codec = new ArtifactCodec(store);
        artifacts.stream().filter(a -> !isNull(a)).forEach(a -> this.artifacts.put(a.name(), a));
    }

    /** The names of all artifacts that are set, in the order of their fields. */
    public Set<String> names() {
        return artifacts.keySet();
    }

    /**
     * The value as plain values; empty when the artifact is unset or does not exist. A value that is null is unset.
     *
     * @throws CodecException when it has no plain form: an object of Python, for instance
     */
    public Optional<Object> find(String name) {
        return Optional.ofNullable(artifacts.get(name))
                .map(artifact ->
                        ArtifactCodec.isOurs(artifact) ? codec.plain(artifact) : FlowSources.plain(artifact, store));
    }

    /**
     * The value as a Java type: a record, a primitive array, a box, {@code Map}, {@code List} and so on.
     *
     * @throws IllegalArgumentException when the artifact is unset, with the names of those that are set
     * @throws io.flowsweep.codec.CodecException when it is of another type
     */
    public <T> T get(String name, Class<T> type) {
        return type == byte[].class && isBytes(name) ? type.cast(bytes(name)) : ValueCodec.decode(type, plain(name));
    }

    /**
     * The content of an artifact that is bytes, a file for instance, however large; the caller closes it.
     *
     * @throws IllegalArgumentException when the artifact is unset, or no bytes
     */
    public InputStream open(String name) {
        if (!isBytes(name)) {
            throw new IllegalArgumentException("the artifact \"" + name + "\" is "
                    + (artifacts.containsKey(name) ? "no bytes" : "unset; set are " + names()));
        }
        return codec.open(artifacts.get(name));
    }

    private boolean isBytes(String name) {
        return artifacts.containsKey(name) && artifacts.get(name).codec().equals("bytes");
    }

    private byte[] bytes(String name) {
        try (InputStream content = open(name)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The value as JSON.
     *
     * @throws IllegalArgumentException when the artifact is unset
     */
    public String json(String name) {
        return Json.write(plain(name));
    }

    /** All that are set, as plain values; reads the large ones too. Those that have none ({@link #find} says why) are left out. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : names()) {
            try {
                values.put(name, find(name).orElse(null));
            } catch (CodecException e) {
                // of another language than Java
            }
        }
        return values;
    }

    private Object plain(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("the artifact \"" + name + "\" is unset; set are " + names()));
    }

    private static boolean isNull(Artifact artifact) {
        return artifact.value().isEmpty() && artifact.blob().isEmpty();
    }

    @Override
    public String toString() {
        return "Artifacts" + names();
    }
}
