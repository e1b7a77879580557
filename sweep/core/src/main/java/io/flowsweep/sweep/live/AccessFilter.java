package io.flowsweep.sweep.live;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may ask. The address that is printed holds a token, which is exchanged once for a cookie that scripts cannot read
 * and other sites cannot send. Besides, {@code Host} must be this machine's own name, so that no foreign name can be
 * pointed here; {@code Origin}, where a browser sends it, must be this page's, and what changes something must send it.
 * Thread-safe.
 */
final class AccessFilter extends Filter {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String TOKEN = "token=";
    private static final String ENTRANCE =
            "<!DOCTYPE html><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url=/\"><link rel=\"icon\" href=\"data:,\"><title>FlowSweep</title>";

    private final List<String> hosts;
    private final String cookieName;
    private final String cookie = secret();
    private final Set<String> tokens = new HashSet<>();

    AccessFilter(int port) {
        hosts = Stream.of("127.0.0.1", "localhost", "[::1]")
                .map(name -> name + ":" + port)
                .toList();
        cookieName = "flowsweep-" + port; // browsers keep cookies by host, not by port
    }

    /** A token that is good for one exchange. */
    synchronized String newToken() {
        String token = secret();
        tokens.add(token);
        return token;
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        Optional<String> refusal = refusal(exchange);
        if (refusal.isPresent()) {
            refuse(exchange, refusal.get());
            return;
        }
        Optional<String> token = Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                .filter(query -> query.startsWith(TOKEN))
                .map(query -> query.substring(TOKEN.length()));
        boolean known = hasCookie(exchange.getRequestHeaders());
        if (token.isPresent() && exchange.getRequestURI().getPath().equals("/") && (known || take(token.get()))) {
            enter(exchange);
        } else if (known) {
            chain.doFilter(exchange);
        } else {
            refuse(
                    exchange,
                    token.isPresent()
                            ? "This address has been used: it opens one browser. `flowsweep ui` prints another one."
                            : "Open the address that the command line printed.");
        }
    }

    @Override
    public String description() {
        return "lets in only who has the cookie";
    }

    private Optional<String> refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String host = headers.getFirst("Host");
        String origin = headers.getFirst("Origin");
        boolean changes = exchange.getRequestMethod().equals("POST");
        if (host == null || !hosts.contains(host)) {
            return Optional.of("This page is for this machine only.");
        }
        if (origin == null ? changes : hosts.stream().map("http://"::concat).noneMatch(origin::equals)) {
            return Optional.of("Only the page itself may ask this.");
        }
        return Optional.empty();
    }

    private synchronized boolean take(String token) {
        return tokens.remove(token);
    }

    /** The browser goes on by itself: a redirect from another program's link would leave the strict cookie behind. */
    private void enter(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .set("Set-Cookie", cookieName + "=" + cookie + "; HttpOnly; SameSite=Strict; Path=/");
        new Reply(exchange).html(ENTRANCE);
    }

    private boolean hasCookie(Headers headers) {
        byte[] expected = (cookieName + "=" + cookie).getBytes(StandardCharsets.UTF_8);
        return Stream.ofNullable(headers.get("Cookie"))
                .flatMap(List::stream)
                .flatMap(line -> Stream.of(line.split(";")))
                .anyMatch(pair -> MessageDigest.isEqual(expected, pair.strip().getBytes(StandardCharsets.UTF_8)));
    }

    private static void refuse(HttpExchange exchange, String why) throws IOException {
        new Reply(exchange).text(403, why + "\n");
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
