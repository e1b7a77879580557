package io.flowsweep.python;

import io.flowsweep.codec.Sha256;
import io.flowsweep.codec.ShellWord;
import io.flowsweep.store.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** An interpreter with what is installed for it, on a path of its own: {@code python} and {@code python3} there are it. */
final class BareInterpreter {

    private static final List<String> NAMES = List.of("python", "python3");

    private final Interpreter interpreter;

    BareInterpreter(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** @param cache where a folder with its two names is made, if there is none yet and its own does not do */
    PythonEnvironment environment(Path cache) throws IOException {
        Path own = interpreter.command().getParent();
        boolean virtual = Files.exists(own.resolveSibling("pyvenv.cfg"));
        List<Path> path = isNamed(own) ? List.of(own) : List.of(names(cache), own);
        return new PythonEnvironment(
                interpreter.command(),
                interpreter.version(),
                virtual ? Optional.of(own.getParent()) : Optional.empty(),
                path,
                List.of());
    }

    private boolean isNamed(Path folder) throws IOException {
        Path real = interpreter.command().toRealPath();
        for (String name : NAMES) {
            Path named = folder.resolve(name);
            if (!Files.exists(named) || !named.toRealPath().equals(real)) {
                return false;
            }
        }
        return true;
    }

    /** Scripts, as a link to the interpreter of a virtual environment would lead out of it. */
    private Path names(Path cache) throws IOException {
        String command = interpreter.command().toString();
        PrivateFolder.make(cache);
        Path folder = Files.createDirectories(
                cache.resolve("names").resolve(Sha256.of(command).substring(0, 16)));
        String script = "#!/bin/sh\nexec " + ShellWord.of(command) + " \"$@\"\n";
        for (String name : NAMES) {
            if (!Files.isExecutable(folder.resolve(name))) {
                Path draft = Files.createTempFile(folder, ".draft-", "");
                Files.writeString(draft, script);
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwx------"));
                Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return folder;
    }
}
