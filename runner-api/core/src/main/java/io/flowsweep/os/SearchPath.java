package io.flowsweep.os;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folders in which the system looks for programs, as the variable {@code PATH} has them. */
public record SearchPath(List<Path> folders) {

    /** That of an environment; of this process where the environment has none. */
    public static SearchPath of(Map<String, String> environment) {
        return of(environment.getOrDefault("PATH", System.getenv().getOrDefault("PATH", "")));
    }

    /** That of a value of the variable. */
    public static SearchPath of(String path) {
        List<Path> folders = new ArrayList<>();
        for (String folder : path.split(File.pathSeparator)) {
            if (!folder.isEmpty()) {
                folders.add(Path.of(folder));
            }
        }
        return new SearchPath(folders);
    }

    /** The first program of a name that may be executed. */
    public Optional<Path> find(String program) {
        List<Path> all = findAll(program);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** All programs of a name that may be executed, in the order of the folders. */
    public List<Path> findAll(String program) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            File file = folder.resolve(program).toFile();
            if (file.isFile() && file.canExecute()) {
                found.add(file.toPath());
            }
        }
        return found;
    }

    /** The names of all files in the folders. */
    public List<String> names() {
        List<String> all = new ArrayList<>();
        for (Path folder : folders) {
            String[] names = folder.toFile().list();
            all.addAll(names == null ? List.of() : List.of(names));
        }
        return all;
    }
}
