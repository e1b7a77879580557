package io.flowsweep.events;

import java.util.Objects;
import java.util.Optional;

/**
 * An artifact as it stands in a log: a small one with its value, a large one by the address of its blob. Equal artifacts
 * have equal values.
 *
 * @param name the field
 * @param codec {@code json}, {@code bytes}, {@code array}, or {@code json+words}: JSON in which the texts {@code NaN},
 *     {@code Infinity} and {@code -Infinity} are numbers
 * @param value the plain value; absent when it is in a blob, or when it is null
 * @param blob the address of the content
 */
public record Artifact(String name, String codec, Optional<Object> value, Optional<String> blob) {

    /** By hand: what the language gives a record is linked at its first use, which takes a new JVM 20 ms and more. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Artifact that
                && name.equals(that.name)
                && codec.equals(that.codec)
                && value.equals(that.value)
                && blob.equals(that.blob);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, codec, value, blob);
    }
}
