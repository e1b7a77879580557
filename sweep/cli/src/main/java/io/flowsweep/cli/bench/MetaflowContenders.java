package io.flowsweep.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs of one flow of Metaflow with two steps: each by itself from the shell, in Metaflow's own Runner, and as the
 * variants of a sweep.
 */
final class MetaflowContenders {

    private static final int VARIANTS = 40;

    /** By itself a run leases a processor; with this more run at a time than there are processors. */
    private static final String NO_PROCESSOR = "run.resources { cpu = 0, memory = 500MB }\n";

    private final Path folder;
    private final String python;
    private final NoOpSweep sweep;

    /** @param folder holds {@code two_steps.py} and {@code metaflow_runner.py} */
    MetaflowContenders(Path folder, String python, NoOpSweep sweep) {
        this.folder = folder;
        this.python = python;
        this.sweep = sweep;
    }

    Contender byItself(int atATime) {
        String each = "'" + python + "' -u two_steps.py --quiet --no-pylint run --number=\"$0\"";
        return new Contender(
                "by itself",
                VARIANTS,
                count -> List.of("sh", "-c", "seq " + count + " | xargs -P " + atATime + " -n 1 sh -c \"$0\"", each));
    }

    Contender runner(int atATime) {
        return new Contender(
                "its Runner", VARIANTS, count -> List.of(python, "metaflow_runner.py", "" + count, "" + atATime));
    }

    Contender sweep(int atATime) {
        return new Contender("a sweep", VARIANTS, count -> swept(count, atATime));
    }

    private List<String> swept(int count, int atATime) {
        Path file = folder.resolve("metaflow-" + atATime + "-" + count + ".conf");
        try {
            String text = Contenders.resource("noop.conf.txt").replace("NoOp.java", "two_steps.py");
            boolean shared = atATime > Runtime.getRuntime().availableProcessors();
            Files.writeString(file, text.replace("COUNT", Integer.toString(count)) + (shared ? NO_PROCESSOR : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>();
        if (python.contains("/")) {
            command.addAll(List.of(
                    "env", "PATH=" + Path.of(python).toAbsolutePath().getParent() + ":" + System.getenv("PATH")));
        }
        command.addAll(sweep.flowsweep(List.of()));
        command.addAll(List.of(
                "run",
                file.toString(),
                "-j",
                "" + atATime,
                "--store",
                sweep.store().toString(),
                "--fresh"));
        return command;
    }
}
