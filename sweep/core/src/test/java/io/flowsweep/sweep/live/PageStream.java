package io.flowsweep.sweep.live;

import io.flowsweep.codec.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The server-sent events of a page. */
final class PageStream implements AutoCloseable {

    private static final String DATA = "data: ";

    private final HttpURLConnection connection;
    private final BufferedReader lines;

    PageStream(PageVisitor visitor, int port) throws IOException {
        connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/api/events").toURL().openConnection();
        connection.setRequestProperty("Cookie", visitor.header("Cookie"));
        lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits for the next one. */
    Map<String, Object> next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(DATA)) {
                return Json.parseObject(line.substring(DATA.length()));
            }
        }
        throw new IOException("the stream has ended");
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
