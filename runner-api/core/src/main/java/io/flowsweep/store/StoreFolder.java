package io.flowsweep.store;

import io.flowsweep.errors.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/** The folder of a {@link FileStore}: made when first needed, private to its owner. Thread-safe. */
final class StoreFolder implements LogWriters.Preparation {

    private final File path;
    private volatile boolean ready;

    StoreFolder(File path) {
        this.path = path;
    }

    File path() {
        return path;
    }

    /**
     * Makes the folder that a file will stand in.
     *
     * @throws InvalidInputException when the store's folder cannot be made or written
     */
    @Override
    public void prepareFor(File file) throws IOException {
        if (!ready) {
            makeReady();
        }
        File parent = file.getParentFile();
        if (!parent.isDirectory() && !parent.mkdir()) {
            Files.createDirectories(parent.toPath());
        }
    }

    /** @throws InvalidInputException when there is a folder and it cannot be read, as is the one of another user */
    void checkReadable() {
        if (path.isDirectory() && !(path.canRead() && path.canExecute())) {
            throw new InvalidInputException(
                    "the store's folder is not readable",
                    path.toString(),
                    "Name another one with --store or FLOWSWEEP_HOME, or ask its owner to let you read it");
        }
    }

    private void makeReady() {
        try {
            if (!path.isDirectory()) {
                PrivateFolder.make(path.toPath());
            }
        } catch (IOException e) {
            throw unwritable("cannot be made: " + reason(e));
        }
        if (!path.canWrite()) {
            throw unwritable("is not writable");
        }
        ready = true;
    }

    private InvalidInputException unwritable(String why) {
        return new InvalidInputException(
                "the store's folder " + why,
                path.toString(),
                "Choose a folder you may write with --store or FLOWSWEEP_HOME, or make this one writable");
    }

    private String reason(IOException e) {
        File nearest = path;
        while (!nearest.exists() && nearest.getParentFile() != null) {
            nearest = nearest.getParentFile();
        }
        if (!nearest.isDirectory()) {
            return nearest + " is not a folder";
        }
        return nearest.canWrite() ? e.getMessage() : nearest + " is not writable";
    }
}
