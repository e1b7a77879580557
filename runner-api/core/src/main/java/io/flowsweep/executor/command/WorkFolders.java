package io.flowsweep.executor.command;

import io.flowsweep.plan.CommandPlan.WorkPlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.source.InputList;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Makes the folders in which commands work, with what they are given in them. The frozen inputs of a list stand in one folder of the
 * store, {@code inputs/ADDRESS}, made once; it is written beside its place and then moved there, so it is whole when it is seen.
 */
final class WorkFolders {

    private static final int ADDRESS_DIGITS = 16;

    /** What has been found whole by this process, with the files that are in it by their paths. */
    private static final Map<Path, List<String>> WHOLE = new ConcurrentHashMap<>();

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
            Path frozen = frozen(store, work.inputs().get());
            for (String input : WHOLE.get(frozen)) {
                place(frozen.resolve(input), own.resolve(input), work.policy());
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

    /** The folder of a list's frozen inputs. */
    static Path frozen(Store store, String address) throws IOException {
        Path folder = inputs(store).resolve(address.substring(0, ADDRESS_DIGITS));
        if (!WHOLE.containsKey(folder)) {
            InputList inputs = InputList.read(store, address);
            if (!Files.isDirectory(folder)) {
                freeze(store, inputs, folder);
            }
            WHOLE.put(folder, List.copyOf(inputs.files().keySet()));
        }
        return folder;
    }

    /** The folder of all frozen inputs. */
    private static Path inputs(Store store) throws IOException {
        return store.localLog(StoreLayout.INPUTS + "/any")
                .orElseThrow(() -> new IOException("commands need a store on files, but got " + store.uri()))
                .getParent();
    }

    private static void freeze(Store store, InputList inputs, Path folder) throws IOException {
        Path draft = Files.createTempDirectory(folder.getParent(), ".draft-");
        for (Map.Entry<String, InputList.Input> input : inputs.files().entrySet()) {
            Path file = draft.resolve(input.getKey());
            Files.createDirectories(file.getParent());
            try (InputStream content = store.getBlob(input.getValue().blob())) {
                Files.copy(content, file);
            }
            file.toFile().setExecutable(input.getValue().executable(), false);
            file.toFile().setReadOnly();
        }
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) { // another process was faster
            Folders.remove(draft);
        }
    }

    /** Removes what a process was given in its own folder and has left as a link; then folders that are empty. */
    static void tidy(Store store, Path own) throws IOException {
        if (!Files.isDirectory(own) || removeEmpty(own)) {
            return;
        }
        Path inputs = inputs(store);
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

    /** Whether it was empty; else it holds what was made. */
    private static boolean removeEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }
}
