package io.flowsweep.runtime.artifact;

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
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps values as artifacts and brings them back. JSON of at most {@value #INLINE} characters stands in the log itself;
 * everything else is a blob.
 */
public final class ArtifactCodec {

    private static final int INLINE = 4096;
    private static final int MOST_BYTES_AS_NUMBERS = 4 << 20;

    private final Store store;

    /** @param store where blobs are */
    public ArtifactCodec(Store store) {
        this.store = store;
    }

    /** Where blobs are. */
    public Store store() {
        return store;
    }

    /** The artifact of a value; its blob, if it needs one, is in the store afterwards. Null has neither value nor blob. */
    public Artifact encode(String name, String codec, Type type, Object value) {
        if (value == null) {
            return new Artifact(name, "json", Optional.empty(), Optional.empty());
        }
        switch (codec) {
            case "bytes" -> {
                return value instanceof Path file ? ofFile(name, file) : blob(name, codec, (byte[]) value);
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
        try (InputStream content = Files.newInputStream(file)) {
            return new Artifact(name, "bytes", Optional.empty(), Optional.of(store.putBlob(content)));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
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

    /**
     * The value as plain values: arrays as lists; bytes as a list of numbers.
     *
     * @throws CodecException when these are more than 4 MiB
     */
    public Object plain(Artifact artifact) {
        return switch (artifact.codec()) {
            case "bytes" -> numbers(artifact);
            case "array" -> PrimitiveArrays.plain(content(artifact));
            case NumberWords.CODEC -> NumberWords.numbers(json(artifact));
            default -> json(artifact);
        };
    }

    /** The bytes of an artifact that is a blob; the caller closes it. */
    public InputStream open(Artifact artifact) {
        return store.getBlob(artifact.blob().orElseThrow());
    }

    /** A list of numbers takes ten times as much as the bytes themselves. */
    private Object numbers(Artifact artifact) {
        try (InputStream in = open(artifact)) {
            byte[] content = in.readNBytes(MOST_BYTES_AS_NUMBERS + 1);
            if (content.length > MOST_BYTES_AS_NUMBERS) {
                throw new CodecException(
                        artifact.name(),
                        "it holds more than 4 MiB of bytes, which are no list of numbers; open it instead");
            }
            return ValueCodec.encode(byte[].class, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try (InputStream in = open(artifact)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CodecException unreadable(Path file, IOException e) {
        return new CodecException("the file " + file + " cannot be read: " + e.getMessage());
    }

    private Path write(Path scratch, Artifact artifact) {
        Path file = scratch.resolve(artifact.name());
        try (InputStream content = open(artifact)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
