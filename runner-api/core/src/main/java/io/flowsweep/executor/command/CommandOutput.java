package io.flowsweep.executor.command;

import io.flowsweep.source.CommandSession;
import io.flowsweep.store.FileTrees;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the process of a command prints: it writes to files by itself, one for each stream or one for both, as its
 * session wants it, and they are read as they grow. A file to which nothing was written is gone in the end. Confined to one thread at a
 * time.
 */
final class CommandOutput {

    private final Path file;
    private final Path errorFile;
    private final boolean together;
    private final OutputTail out;
    private final OutputTail err;

    CommandOutput(CommandFiles files, CommandSession session) {
        this.file = files.output();
        this.errorFile = files.errors();
        this.together = session.printsTogether();
        this.out = new OutputTail(file, session::printed);
        this.err = new OutputTail(errorFile, session::complained);
    }

    ProcessBuilder redirect(ProcessBuilder process) {
        process.redirectOutput(Redirect.appendTo(file.toFile()));
        return together
                ? process.redirectErrorStream(true)
                : process.redirectError(Redirect.appendTo(errorFile.toFile()));
    }

    /** Hands the session the whole lines that have been added. */
    void read() {
        out.read();
        if (!together) {
            err.read();
        }
    }

    /** The process has ended: hands over what is left. */
    void finish() throws IOException {
        finish(out, file);
        if (!together) {
            finish(err, errorFile);
        }
    }

    private static void finish(OutputTail tail, Path file) throws IOException {
        tail.finish();
        if (tail.isEmpty()) {
            FileTrees.removeFile(file);
        }
    }

    /** The last lines that are not blank, those of standard error behind the others: they say more of a failure. */
    List<String> last() {
        List<String> last = new ArrayList<>(out.last());
        last.addAll(err.last());
        return last;
    }
}
