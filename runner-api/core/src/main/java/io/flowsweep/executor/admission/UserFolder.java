package io.flowsweep.executor.admission;

import io.flowsweep.store.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folder that holds a user's lock files: of this machine, and of this user alone (0700). */
final class UserFolder {

    private UserFolder() {}

    /**
     * {@code flowsweep} in {@code XDG_RUNTIME_DIR} when that is a folder we may write, else {@code flowsweep-USER}
     * among the temporary files.
     */
    static Path locate(Map<String, String> environment, Path temporary, String user) {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!runtime.isEmpty() && Files.isDirectory(Path.of(runtime)) && Files.isWritable(Path.of(runtime))) {
            return Path.of(runtime, "flowsweep");
        }
        return temporary.resolve("flowsweep-" + user.replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    /** Makes the folder unless it exists, and returns the one path by which this process knows it. */
    static Path make(Path folder) throws IOException {
        PrivateFolder.make(folder);
        return folder.toRealPath();
    }
}
