package io.flowsweep.command;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file in which a command leaves its results: a JSON object, whose keys are the names of artifacts. */
final class ResultFile {

    /** Possessive, as a text may be long, and each alternative that could be taken back would take some stack. */
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|NaN|-?Infinity");

    private static final Pattern WORD = Pattern.compile("NaN|-?Infinity");

    private ResultFile() {}

    /**
     * The results by name; none when the command has written no file.
     *
     * @throws UnreadableResultsException when it is no JSON object
     */
    static Map<String, Object> read(Path file) {
        if (!file.toFile().exists()) {
            return Map.of();
        }
        try {
            String text = Files.readString(file);
            if (text.isBlank()) {
                return Map.of();
            }
            Map<String, Object> results = new LinkedHashMap<>();
            Json.parseObject(withWords(text)).forEach((name, value) -> results.put(name, numbers(value)));
            return results;
        } catch (IOException | CodecException e) {
            throw new UnreadableResultsException(
                    "the file that the command wrote to $FLOWSWEEP_RESULT is no JSON object: " + e.getMessage());
        }
    }

    /** Python writes numbers that JSON does not have as bare words. */
    private static String withWords(String text) {
        return TOKEN.matcher(text).replaceAll((MatchResult token) -> {
            boolean word = token.group().charAt(0) != '"';
            return Matcher.quoteReplacement(word ? '"' + token.group() + '"' : token.group());
        });
    }

    private static Object numbers(Object value) {
        if (value instanceof List<?> items) {
            List<Object> copy = new ArrayList<>(items);
            copy.replaceAll(ResultFile::numbers);
            return copy;
        }
        if (value instanceof Map<?, ?> object) {
            Map<Object, Object> copy = new LinkedHashMap<>(object);
            copy.replaceAll((key, inner) -> numbers(inner));
            return copy;
        }
        return value instanceof String word && WORD.matcher(word).matches() ? (Object) Double.valueOf(word) : value;
    }
}
