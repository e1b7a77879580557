package io.flowsweep.runtime.task;

import io.flowsweep.store.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A temporary folder of a run, made when first needed and gone with it. Its name begins with the run's id, so that whoever hears
 * that a host has died can remove what that one could not.
 */
public final class Scratch implements AutoCloseable {

    /** What a flow that is being ended may do meanwhile is bounded. */
    private static final int ATTEMPTS = 20;

    /** Held while a folder is made, and for good by who ends this process. */
    private static final ReentrantLock MAKING = new ReentrantLock();

    private final String run;
    private Path root;
    private boolean closed;

    /** @param run its id */
    public Scratch(String run) {
        this.run = run;
    }

    /**
     * A folder for the files of one task, or of one branch that reaches it; made by this call.
     *
     * @throws IllegalStateException when the run has ended, which its task did not heed
     */
    public Path folder(String name) {
        MAKING.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the run has ended, and its temporary folder with it");
            }
            if (root == null) {
                root = Files.createTempDirectory(prefix(run));
            }
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            MAKING.unlock();
        }
    }

    @Override
    public void close() {
        MAKING.lock();
        try {
            closed = true;
        } finally {
            MAKING.unlock();
        }
        if (root == null) {
            return;
        }
        try {
            FileTrees.remove(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For who ends this process: the same as {@link #removeOf}, and nobody here makes such a folder any more, but waits for the end. */
    public static void removeForGood(String run) {
        MAKING.lock();
        removeOf(run);
    }

    /** Removes what hosts of a run have left, none of which lives any more; what cannot be removed stays. */
    public static void removeOf(String run) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, prefix(run) + "*")) {
            for (Path root : left) {
                removeUnderWrites(root);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // a run does not end otherwise because of it
        }
    }

    private static void removeUnderWrites(Path root) throws IOException {
        for (int left = ATTEMPTS; left > 0; left--) {
            try {
                FileTrees.remove(root);
                return;
            } catch (DirectoryNotEmptyException e) {
                // somebody has written meanwhile
            }
        }
    }

    private static String prefix(String run) {
        return "flowsweep-" + run + "-";
    }
}
