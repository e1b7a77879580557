package io.flowsweep.sweep.live;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Asks a page what a browser would, byte by byte, so that it may lie about who it is. */
final class PageVisitor {

    /** @param headers by their names in lower case; of several of one name the last */
    record Response(int status, Map<String, String> headers, String body) {

        Map<String, Object> json() {
            return Json.parseObject(body);
        }
    }

    private final int port;
    private final Map<String, String> headers = new LinkedHashMap<>();

    PageVisitor(int port) {
        this.port = port;
        headers.put("Host", "127.0.0.1:" + port);
    }

    /** One that the page knows. */
    static PageVisitor admitted(LivePage page) {
        PageVisitor visitor = new PageVisitor(page.port());
        String cookie = visitor.get(path(page.url())).headers().get("set-cookie");
        return visitor.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    static String path(String url) {
        return url.substring(url.indexOf('/', "http://".length()));
    }

    static String parameter(String name, Object value) {
        String json = Json.write(ValueCodec.encode(value.getClass(), value));
        return name + "=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    /** A visitor with another header; null for none. */
    PageVisitor with(String header, String value) {
        PageVisitor other = new PageVisitor(port);
        other.headers.putAll(headers);
        other.headers.remove(header);
        if (value != null) {
            other.headers.put(header, value);
        }
        return other;
    }

    String header(String name) {
        return headers.get(name);
    }

    Response get(String path) {
        return send("GET", path, "");
    }

    Response post(String path, String body) {
        return send("POST", path, body);
    }

    Response view(View view) {
        return get("/api/table?" + parameter("view", view));
    }

    private Response send(String method, String path, String body) {
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        text.append("Content-Length: " + body.length() + "\r\n\r\n" + body);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
            return parse(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response parse(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        text.substring(0, end).lines().skip(1).forEach(line -> {
            String[] sides = line.split(": ?", 2);
            headers.put(sides[0].toLowerCase(Locale.ROOT), sides[1]);
        });
        return new Response(Integer.parseInt(text.substring(9, 12)), headers, text.substring(end + 4));
    }
}
