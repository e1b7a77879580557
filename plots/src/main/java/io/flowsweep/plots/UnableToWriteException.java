package io.flowsweep.plots;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A table or a chart could not be written; what stood at {@link #path()} before is untouched. */
public class UnableToWriteException extends PlotException {

    private final transient Path path;

    public UnableToWriteException(Path path, IOException cause) {
        super(path + " cannot be written: " + reason(cause), cause);
        this.path = path;
    }

    /** The file that was to be written. */
    public Path path() {
        return path;
    }

    /** Why a file or a folder could not be written, in words. */
    public static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "permission denied for " + denied.getFile();
        }
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " cannot be made";
        }
        if (cause instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is no folder";
        }
        String kind = cause.getClass().getSimpleName().replaceFirst("Exception$", "");
        if (cause instanceof FileSystemException file) {
            return (file.getReason() == null ? kind : file.getReason()) + " (" + file.getFile() + ")";
        }
        return cause.getMessage() == null ? kind : cause.getMessage();
    }
}
