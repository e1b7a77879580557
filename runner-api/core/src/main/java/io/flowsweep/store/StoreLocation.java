package io.flowsweep.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the folder of the store. */
public final class StoreLocation {

    /** The name of a store's folder. */
    public static final String FOLDER = ".flowsweep";

    /** The environment variable that names the store's folder. */
    public static final String VARIABLE = "FLOWSWEEP_HOME";

    /** The system property that names, in a process that carries out a run, the folder of the store that the run is kept in. */
    public static final String OF_THE_RUN = "flowsweep.store";

    private StoreLocation() {}

    /**
     * The first of: the folder asked for; in a host the store of its run; {@value #VARIABLE} unless it is empty; the
     * nearest existing {@value #FOLDER} from {@code start} upwards; {@value #FOLDER} at the root of the git checkout
     * that holds {@code start}; {@value #FOLDER} in {@code start}.
     *
     * @param explicit the folder asked for, if any
     * @param start a folder; the sweep file's, or the working directory
     * @return an absolute path of a folder that need not exist
     */
    public static Path find(Optional<Path> explicit, Path start) {
        Optional<Path> ofTheRun =
                Optional.ofNullable(System.getProperty(OF_THE_RUN)).map(Path::of);
        return find(explicit.or(() -> ofTheRun), start, System.getenv());
    }

    static Path find(Optional<Path> explicit, Path start, Map<String, String> environment) {
        if (explicit.isPresent()) {
            return absolute(explicit.get());
        }
        String home = environment.getOrDefault(VARIABLE, "");
        if (!home.isEmpty()) {
            return absolute(Path.of(home));
        }
        Path from = absolute(start);
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(FOLDER))) {
                return folder.resolve(FOLDER);
            }
        }
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder.resolve(FOLDER);
            }
        }
        return from.resolve(FOLDER);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
