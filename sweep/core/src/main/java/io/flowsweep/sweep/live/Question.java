package io.flowsweep.sweep.live;

import com.sun.net.httpserver.HttpExchange;
import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser asks. */
final class Question {

    private static final int MOST_BYTES = 10_000;

    private final HttpExchange exchange;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    Question(HttpExchange exchange) {
        this.exchange = exchange;
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] sides = pair.split("=", 2);
            parameters.put(decoded(sides[0]), sides.length == 2 ? decoded(sides[1]) : "");
        }
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    boolean changesSomething() {
        return exchange.getRequestMethod().equals("POST");
    }

    /** A whole number, at least 0. */
    long number(String name) {
        String text = parameters.getOrDefault(name, "");
        if (!text.matches("\\d{1,18}")) {
            throw new BadQuestionException(name + " must be a number, but got \"" + text + "\"");
        }
        return Long.parseLong(text);
    }

    /** A parameter that is a JSON object, as a record. */
    <T> T object(String name, Class<T> type) {
        return object(type, parameters.getOrDefault(name, ""));
    }

    /** The body, which is a JSON object, as a record. */
    <T> T body(Class<T> type) throws IOException {
        byte[] content = exchange.getRequestBody().readNBytes(MOST_BYTES);
        return object(type, new String(content, StandardCharsets.UTF_8));
    }

    private static <T> T object(Class<T> type, String json) {
        try {
            return ValueCodec.decode(type, Json.parseObject(json));
        } catch (CodecException | IllegalArgumentException e) {
            throw new BadQuestionException(e.getMessage());
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadQuestionException("a parameter is not encoded as it should be");
        }
    }
}
