package io.flowsweep.sweep.wandb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The program of a sweep. An agent of W&amp;B is started in the folder that the program's name counts from; the sweep's own file may
 * stand in a folder below that.
 *
 * @param name as the sweep gives it
 * @param folder that the name counts from; empty when no such file is found
 */
record Program(String name, Optional<Path> folder) {

    private static final Pattern TAKES_ARGUMENTS = Pattern.compile(
            "argv|argparse|ArgumentParser|OptionParser|getopt|click|typer|\\bfire\\b|absl|hydra|docopt|tyro|FLOWSWEEP_");

    /** @param from the folder of the sweep's file; folders above it are searched, too */
    static Program find(String name, Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (isFile(folder, name)) {
                return new Program(name, Optional.of(folder));
            }
            if (Files.exists(folder.resolve(".git"))) {
                break;
            }
        }
        return new Program(name, Optional.empty());
    }

    private static boolean isFile(Path folder, String name) {
        try {
            return !name.isEmpty() && Files.isRegularFile(folder.resolve(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether it is in Python and looks at no command line, as far as its text tells. */
    boolean readsOnlyWandb() {
        if (folder.isEmpty() || !name.endsWith(".py")) {
            return false;
        }
        try {
            String text = Files.readString(folder.get().resolve(name));
            return text.contains("wandb") && !TAKES_ARGUMENTS.matcher(text).find();
        } catch (IOException e) {
            return false;
        }
    }
}
