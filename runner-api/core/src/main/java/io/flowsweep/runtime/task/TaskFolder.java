package io.flowsweep.runtime.task;

import java.nio.file.Path;
import java.util.function.Supplier;

/** A folder for the files of a task, or of one branch that reaches it: made when it is asked for. */
record TaskFolder(Scratch scratch, String name) implements Supplier<Path> {

    @Override
    public Path get() {
        return scratch.folder(name);
    }
}
