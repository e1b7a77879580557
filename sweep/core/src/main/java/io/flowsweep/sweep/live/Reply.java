package io.flowsweep.sweep.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * What goes back to the browser. Nothing may be kept by it, shown inside of another site, or load or run anything that
 * does not come from here.
 */
final class Reply {

    /** Of the page: no foreign source, no script in the text. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Of what tasks wrote: drawn inside of the page and cut off from it. */
    private static final String CARDS_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private static final int WORTH_PACKING = 1000;

    private final HttpExchange exchange;

    Reply(HttpExchange exchange) {
        this.exchange = exchange;
    }

    void json(String text) throws IOException {
        send(200, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    void html(String text) throws IOException {
        send(200, "text/html; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A page of what tasks wrote. */
    void cards(String html) throws IOException {
        dress(exchange.getResponseHeaders(), CARDS_POLICY);
        body(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    void text(int status, String text) throws IOException {
        send(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    void send(int status, String type, byte[] content) throws IOException {
        dress(exchange.getResponseHeaders(), POLICY);
        body(status, type, content);
    }

    /** A body that goes on; whoever writes it closes the exchange. */
    OutputStream stream(String type) throws IOException {
        dress(exchange.getResponseHeaders(), POLICY);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private void body(int status, String type, byte[] content) throws IOException {
        byte[] sent = content;
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (content.length > WORTH_PACKING && accepted != null && accepted.contains("gzip")) {
            sent = packed(content);
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, sent.length == 0 ? -1 : sent.length);
        try (exchange) {
            exchange.getResponseBody().write(sent);
        }
    }

    private static void dress(Headers headers, String policy) {
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
