package io.flowsweep.sweep.file.text;

import io.flowsweep.config.ProjectReader;
import io.flowsweep.config.ProjectRoot;
import io.flowsweep.errors.InvalidInputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Files that a sweep file names: a relative name starts in the folder of the file in which it stands, which may be one that
 * the sweep file includes or extends. Immutable.
 *
 * @param file the sweep file, absolute
 * @param project what a name stands for is read only below its folder
 * @param read the files of which the sweep file is made
 * @param inCode what the flow is called by when it is in no file
 */
public record FileNames(Path file, ProjectReader project, Set<Path> read, Optional<Path> inCode) {

    /**
     * A file of the project.
     *
     * @param where {@code file:line} of the name
     * @return absolute; the file need not exist
     * @throws InvalidInputException when the name is no path or leads outside, also by a symbolic link
     */
    public Path inside(String name, String where) {
        return ProjectRoot.inside(project.root(), folder(where), name, where);
    }

    /**
     * A file anywhere.
     *
     * @throws InvalidInputException when the name is no path
     */
    public Path resolve(String name, String where) {
        try {
            return folder(where).resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new InvalidInputException("\"" + name + "\" is no path: " + e.getReason(), where, "");
        }
    }

    /** The name by which the sweep file itself would name the same file; what it cannot be told of stays as it is. */
    public String fromSweepFile(String name, String where) {
        Path folder = file.getParent().relativize(folder(where));
        boolean elsewhere = !folder.toString().isEmpty();
        return elsewhere && !name.startsWith("/") && !name.startsWith("${") && !name.isBlank()
                ? folder + "/" + name
                : name;
    }

    /** The folder of the file in which something stands; of what stands in none of them, as an override, the sweep file's. */
    public Path folder(String where) {
        try {
            Path named =
                    Path.of(where.replaceFirst(":\\d+$", "")).toAbsolutePath().normalize();
            return (read.contains(named) ? named : file).getParent();
        } catch (InvalidPathException e) {
            return file.getParent();
        }
    }
}
