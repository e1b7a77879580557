package io.flowsweep.runtime;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.events.Artifact;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps values as artifacts and brings them back. JSON of at most {@value #INLINE} characters stands in the log itself;
 * everything else is a blob.
 */
public final class ArtifactCodec {

    private static final int INLINE = 4096;

    private final Store store;

    public ArtifactCodec(Store store) {
        this.store = store;
    }

    Store store() {
        return store;
    }

    /** The artifact of a value; its blob, if it needs one, is in the store afterwards. Null has neither value nor blob. */
    Artifact encode(String name, String codec, Type type, Object value) {
        if (value == null) {
            return new Artifact(name, "json", Optional.empty(), Optional.empty());
        }
        switch (codec) {
            case "bytes" -> {
                return blob(name, codec, value instanceof Path path ? read(path) : (byte[]) value);
            }
            case "array" -> {
                return blob(name, codec, PrimitiveArrays.encode(name, value));
            }
            default -> {
                return ofPlain(name, ValueCodec.encode(type, value));
            }
        }
    }

    /** The artifact of a plain value; its blob, if it needs one, is in the store afterwards. Null has neither value nor blob. */
    public Artifact ofPlain(String name, Object plain) {
        String form = NumberWords.codec(plain);
        String json = Json.write(plain);
        return json.length() <= INLINE
                ? new Artifact(name, form, Optional.ofNullable(plain), Optional.empty())
                : blob(name, form, json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The artifact of a file's content, which is in the store afterwards.
     *
     * @throws CodecException when it cannot be read
     */
    public Artifact ofFile(String name, Path file) {
        return blob(name, "bytes", read(file));
    }

    /**
     * The value of an artifact.
     *
     * @param scratch makes the folder where the file of a {@code Path} is put
     * @throws CodecException when the artifact is not of that type
     */
    public Object decode(Artifact artifact, Type type, Supplier<Path> scratch) {
        switch (artifact.codec()) {
            case "bytes" -> {
                return type == Path.class ? write(scratch.get(), artifact) : content(artifact);
            }
            case "array" -> {
                return PrimitiveArrays.decode(content(artifact), (Class<?>) type);
            }
            default -> {
                return ValueCodec.decode(type, plain(artifact));
            }
        }
    }

    /** Whether this reads an artifact; others are read by their kind of flow. */
    public static boolean isOurs(Artifact artifact) {
        return switch (artifact.codec()) {
            case "json", "bytes", "array", NumberWords.CODEC -> true;
            default -> false;
        };
    }

    /** The value as plain values: arrays as lists; bytes as a list of numbers. */
    public Object plain(Artifact artifact) {
        return switch (artifact.codec()) {
            case "bytes" -> ValueCodec.encode(byte[].class, content(artifact));
            case "array" -> PrimitiveArrays.plain(content(artifact));
            case NumberWords.CODEC -> NumberWords.numbers(json(artifact));
            default -> json(artifact);
        };
    }

    private Object json(Artifact artifact) {
        return artifact.blob().isPresent()
                ? Json.parse(new String(content(artifact), StandardCharsets.UTF_8))
                : artifact.value().orElse(null);
    }

    private Artifact blob(String name, String codec, byte[] content) {
        return new Artifact(name, codec, Optional.empty(), Optional.of(store.putBlob(content)));
    }

    private byte[] content(Artifact artifact) {
        try (InputStream in = store.getBlob(artifact.blob().orElseThrow())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new CodecException("the file " + path + " cannot be read: " + e.getMessage());
        }
    }

    private Path write(Path scratch, Artifact artifact) {
        try {
            return Files.write(scratch.resolve(artifact.name()), content(artifact));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
