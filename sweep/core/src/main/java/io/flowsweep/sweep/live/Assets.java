package io.flowsweep.sweep.live;

import io.flowsweep.sweep.page.PageResource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files that the page is made of, kept beside these classes. */
final class Assets implements Answer {

    private static final Pattern NAME = Pattern.compile("/(?:[a-z-]+/){0,2}[a-z-]+(?:\\.[a-z]+){1,3}");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    @Override
    public void to(Question question, Reply reply) throws IOException {
        String path = question.path().equals("/") ? "/index.html" : question.path();
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        byte[] content = type == null || !NAME.matcher(path).matches() ? new byte[0] : content(path.substring(1));
        if (content.length == 0) {
            throw new BadQuestionException(404, "there is no " + path);
        }
        reply.send(200, type, content);
    }

    private byte[] content(String name) throws IOException {
        byte[] known = read.get(name);
        if (known != null) {
            return known;
        }
        if (name.equals("shared.css")) {
            return PageResource.style().getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            byte[] content = in == null ? new byte[0] : in.readAllBytes();
            if (in != null) {
                read.put(name, content);
            }
            return content;
        }
    }
}
