package io.flowsweep.metaflow.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a process finds its Python. */
final class Interpreter {

    private Interpreter() {}

    /**
     * The file behind a name: the first on the process's PATH. A name that is on none of its folders stays as it is.
     *
     * @param variables of the process
     */
    static Path of(String name, Map<String, String> variables) {
        for (String folder : variables.getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path file = Path.of(folder, name);
            if (Files.isExecutable(file) && !Files.isDirectory(file)) {
                return file.toAbsolutePath();
            }
        }
        return Path.of(name);
    }
}
