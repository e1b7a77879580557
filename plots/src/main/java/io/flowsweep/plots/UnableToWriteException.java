package io.flowsweep.plots;

import java.io.IOException;
import java.nio.file.FileSystemException;
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

    private static String reason(IOException cause) {
        String kind = cause.getClass().getSimpleName().replaceFirst("Exception$", "");
        if (cause instanceof FileSystemException file) {
            return file.getReason() == null ? kind + " (" + file.getFile() + ")" : file.getReason();
        }
        return cause.getMessage() == null ? kind : cause.getMessage();
    }
}
