package io.flowsweep.metaflow.datastore;

import io.flowsweep.metaflow.pickle.Pickle;
import io.flowsweep.metaflow.pickle.UnreadablePickleException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An artifact of a task, by the address of its content. Equal addresses within a flow mean equal values.
 *
 * @param name the attribute of the flow
 * @param type as Python writes it, for instance {@code numpy.ndarray}; {@code object} when it is not on record
 * @param encoding how Metaflow says that it is written, for instance {@code pickle-v4}
 * @param file that holds the content
 * @param size of the content in bytes, before it was compressed; 0 when it is not on record
 */
public record MetaflowArtifact(String name, String type, String encoding, Path file, long size) {

    /** Longer ones are no settings and no results, and to read them takes memory that a driver has other uses for. */
    private static final int LONGEST = 32 << 20;

    static MetaflowArtifact of(Path flow, String name, Object sha, Object info) {
        String address = String.valueOf(sha);
        Path file = address.matches("[0-9a-f]{4,128}")
                ? flow.resolve("data").resolve(address.substring(0, 2)).resolve(address)
                : flow.resolve("data/none");
        long size = info instanceof Map<?, ?> map && map.get("size") instanceof Long bytes ? bytes : 0;
        return new MetaflowArtifact(name, type(text(info, "type")), text(info, "encoding"), file, size);
    }

    private static String text(Object info, String part) {
        return info instanceof Map<?, ?> map && map.get(part) instanceof String text ? text : "";
    }

    /** {@code <class 'numpy.ndarray'>} is {@code numpy.ndarray}. */
    private static String type(String text) {
        int start = text.indexOf('\'');
        int end = text.lastIndexOf('\'');
        return start < end ? text.substring(start + 1, end) : "object";
    }

    /**
     * The value: plain, or a {@code byte[]}; see {@link Pickle#read}.
     *
     * @throws UnreadableArtifactException when it cannot be read without Python, or at all
     */
    public Object value() {
        if (!encoding.contains("pickle")) {
            throw new UnreadableArtifactException(this, "it is written as " + encoding);
        }
        try {
            return Pickle.read(content());
        } catch (UnreadablePickleException e) {
            throw new UnreadableArtifactException(this, e.getMessage());
        } catch (NoSuchFileException e) {
            throw new UnreadableArtifactException(this, "its content is not in the datastore");
        } catch (IOException e) {
            throw new UnreadableArtifactException(this, "its content cannot be read: " + e.getMessage());
        }
    }

    /**
     * The value as a plain value; bytes are text in Base64.
     *
     * @throws UnreadableArtifactException when it cannot be read without Python, or at all
     */
    public Object plain() {
        Object value = value();
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value;
    }

    /** The content as it was before Metaflow compressed it. */
    private byte[] content() throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = new GZIPInputStream(raw)) {
            byte[] content = in.readNBytes(LONGEST + 1);
            if (content.length > LONGEST) {
                throw new UnreadableArtifactException(this, "it is longer than " + (LONGEST >> 20) + " MiB");
            }
            return content;
        } catch (ZipException e) {
            throw new IOException("it is not compressed as Metaflow does it", e);
        }
    }
}
