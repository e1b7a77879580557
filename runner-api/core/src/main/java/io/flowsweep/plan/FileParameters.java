package io.flowsweep.plan;

import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Parameters of type {@code Path}. In a plan their value is the file's path; when the run starts it becomes an object with
 * the {@code file}'s name and the {@code blob} that holds its content.
 */
public final class FileParameters {

    public static final String FILE = "file";
    public static final String BLOB = "blob";

    private FileParameters() {}

    /** The same plan with the content of every file kept. */
    public static FlowPlan captured(FlowPlan plan, Function<byte[], String> blobs) {
        return plan.withParameters(plan.parameters().stream()
                .map(p -> p.type().equals("Path") && p.value().orElse(null) instanceof String path
                        ? new ParameterPlan(p.name(), p.type(), Optional.of(captured(Path.of(path), blobs)), p.help())
                        : p)
                .toList());
    }

    private static Map<String, Object> captured(Path file, Function<byte[], String> blobs) {
        try {
            String blob = blobs.apply(Files.readAllBytes(file));
            return Map.of(FILE, file.getFileName().toString(), BLOB, blob);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the file " + SourcePlaces.of(file) + " cannot be read: " + e.getMessage(), "", "");
        }
    }

    /**
     * The absolute path of a file that exists; what another run has captured stays as it is.
     *
     * @param folder where a relative path starts
     */
    public static Object named(Object given, Path folder) {
        if (given instanceof Map<?, ?> captured && captured.containsKey(BLOB)) {
            return given;
        }
        if (!(given instanceof String) && !(given instanceof Path)) {
            throw new InvalidInputException("expected the path of a file, got " + given, "", "");
        }
        Path file = folder.resolve(given.toString()).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    "there is no file " + SourcePlaces.of(file),
                    "",
                    Suggestions.didYouMean(String.valueOf(file.getFileName()), beside(file)));
        }
        return file.toString();
    }

    private static List<String> beside(Path file) {
        try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
            return files.filter(Files::isRegularFile)
                    .map(f -> f.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
