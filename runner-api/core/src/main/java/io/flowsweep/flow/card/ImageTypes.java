package io.flowsweep.flow.card;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Tells what kind of image a file is by how it begins. */
final class ImageTypes {

    static final List<String> ALL = List.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml");

    private static final int HEAD = 1024;
    private static final int WEBP_MARK = 8;

    private ImageTypes() {}

    static Optional<String> of(byte[] content) {
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("GIF8")) {
            return Optional.of("image/gif");
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", WEBP_MARK)) {
            return Optional.of("image/webp");
        }
        boolean xml = head.stripLeading().startsWith("<") || head.startsWith("\u00ef\u00bb\u00bf<");
        return xml && head.contains("<svg") ? Optional.of("image/svg+xml") : Optional.empty();
    }
}
