package io.flowsweep.flow.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture.
 *
 * @param mediaType {@code image/png}, {@code image/jpeg}, {@code image/gif}, {@code image/webp} or {@code image/svg+xml}
 * @param base64 the file's content
 * @param caption what it shows
 */
public record Image(String mediaType, String base64, Optional<String> caption) implements CardPart {

    /** @throws IllegalArgumentException when the media type is none of these, or the content is no base 64 */
    public Image {
        if (!ImageTypes.ALL.contains(mediaType)) {
            throw new IllegalArgumentException(
                    "an image is one of " + ImageTypes.ALL + ", but got \"" + mediaType + "\"");
        }
        Base64.getDecoder().decode(base64);
        Objects.requireNonNull(caption, "caption");
    }

    /**
     * A PNG, JPEG, GIF, WebP or SVG, which is told by its first bytes.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static Image of(byte[] content) {
        String type = ImageTypes.of(content)
                .orElseThrow(() -> new IllegalArgumentException("these " + content.length
                        + " bytes are no PNG, JPEG, GIF, WebP or SVG; write the picture as one of them"));
        return new Image(type, Base64.getEncoder().encodeToString(content), Optional.empty());
    }

    /** The same from a file. */
    public static Image of(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the image " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    public Image caption(String text) {
        return new Image(mediaType, base64, Optional.of(text));
    }

    /** The file's content, a new copy. */
    public byte[] content() {
        return Base64.getDecoder().decode(base64);
    }
}
