package io.flowsweep.metaflow.datastore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local datastore of Metaflow 2: {@code FLOW/RUN/STEP/TASK/…} and {@code FLOW/data/…} in a folder that is usually called {@code
 * .metaflow}.
 *
 * @param folder that of the flows
 * @param cards where cards are besides
 */
public record MetaflowDatastore(Path folder, Path cards) {

    /** The one below {@code METAFLOW_DATASTORE_SYSROOT_LOCAL}, with cards where {@code METAFLOW_CARD_LOCALROOT} has them. */
    public static MetaflowDatastore below(Path sysroot, Path cards) {
        return new MetaflowDatastore(sysroot.resolve(".metaflow"), cards);
    }

    /** A task that may not be on record yet. */
    public MetaflowTask task(String flow, String run, String step, String task) {
        return new MetaflowTask(this, flow, run, step, task);
    }

    /**
     * The names in a folder that do not begin with {@code .} or {@code _meta}, in the order of names; none when there is no folder.
     */
    static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals("_meta"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
