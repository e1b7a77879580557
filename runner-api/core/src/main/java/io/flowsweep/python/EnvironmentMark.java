package io.flowsweep.python;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What says that an environment is whole: written when all else is done, so that there is none for one half built.
 *
 * @param at when it was made
 * @param folder of the environment, a name beside the mark
 * @param version of its Python
 * @param base the interpreter that it was made of; without it, it is of no use
 * @param asked what was asked for, for whoever reads the file
 * @param installed {@code name==version} in order: the lock
 * @param installer what installed it
 * @param files how many it had; with fewer it is broken
 */
record EnvironmentMark(
        Instant at,
        String folder,
        String version,
        String base,
        List<String> asked,
        List<String> installed,
        String installer,
        long files) {

    /** Empty when there is none, or none that can be read. */
    static Optional<EnvironmentMark> read(Path file) {
        try {
            return Optional.of(ValueCodec.decode(EnvironmentMark.class, Json.parse(Files.readString(file))));
        } catch (IOException | CodecException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Puts it in its place in one act. */
    void put(Path file) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), ".draft-", "");
        Files.writeString(draft, Json.write(ValueCodec.encode(EnvironmentMark.class, this)) + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The environment, if it is still whole: its interpreter is there, and no file has gone. */
    Optional<PythonEnvironment> environment(Path beside) throws IOException {
        Path place = beside.resolveSibling(folder);
        Path python = place.resolve("bin/python");
        return Files.isExecutable(python) && Trees.files(place) >= files
                ? Optional.of(new PythonEnvironment(
                        python, version, Optional.of(place), List.of(place.resolve("bin")), installed))
                : Optional.empty();
    }
}
