package io.flowsweep.executor.command;

import io.flowsweep.plan.CommandPlan.WorkPlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes the folders in which commands work, with what they are given in them, and removes that again. */
final class WorkFolders {

    private WorkFolders() {}

    /**
     * The folder in which a process works.
     *
     * @param own a folder of the host alone, which is made when it is needed
     */
    static Path make(Store store, WorkPlan work, Path own) throws IOException {
        if (work.policy() == WorkPolicy.SHARE) {
            return Path.of(work.directory());
        }
        Path directory = own.resolve(work.directory());
        Files.createDirectories(directory);
        if (work.inputs().isPresent()) {
            FrozenInputs frozen = FrozenInputs.of(store, work.inputs().get());
            for (String input : frozen.paths()) {
                place(frozen.folder().resolve(input), own.resolve(input), work.policy());
            }
        }
        return directory;
    }

    private static void place(Path input, Path place, WorkPolicy policy) throws IOException {
        Files.createDirectories(place.getParent());
        if (policy == WorkPolicy.LINK) {
            Files.createSymbolicLink(place, input);
        } else {
            Files.copy(input, place);
            place.toFile().setWritable(true, true);
        }
    }

    /** Removes what a process was given in its own folder and has left as a link; then folders that are empty. */
    static void tidy(Store store, Path own) throws IOException {
        if (own.toFile().delete() || !Files.isDirectory(own)) { // mostly it is empty
            return;
        }
        Path inputs = FrozenInputs.all(store);
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isSymbolicLink(file) && Files.readSymbolicLink(file).startsWith(inputs)) {
                    Files.delete(file);
                } else if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    removeEmpty(file);
                }
            }
        }
    }

    private static void removeEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            // it holds what was made
        }
    }
}
