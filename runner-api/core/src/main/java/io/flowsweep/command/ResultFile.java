package io.flowsweep.command;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file in which a command leaves its results: a JSON object, whose keys are the names of artifacts. */
final class ResultFile {

    private ResultFile() {}

    /**
     * The results by name; none when the command has written no file.
     *
     * @throws UnreadableResultsException when it is no JSON object
     */
    static Map<String, Object> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            String text = Files.readString(file);
            if (text.isBlank()) {
                return Map.of();
            }
            Map<String, Object> results = new LinkedHashMap<>();
            Json.parseObject(text).forEach(results::put);
            return results;
        } catch (IOException | CodecException e) {
            throw new UnreadableResultsException(
                    "the file that the command wrote to $FLOWSWEEP_RESULT is no JSON object: " + e.getMessage());
        }
    }
}
