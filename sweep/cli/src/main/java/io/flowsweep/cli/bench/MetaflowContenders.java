package io.flowsweep.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs of one flow of Metaflow with two steps, so many at a time: each by itself from the shell, in Metaflow's own Runner, and as the
 * variants of a sweep.
 */
final class MetaflowContenders {

    /** What their names begin with; they take part when they are asked for. */
    static final String PREFIX = "Metaflow: ";

    private static final int VARIANTS = 16;

    private final Path folder;
    private final String python;
    private final NoOpSweep sweep;

    /** @param folder holds {@code two_steps.py} and {@code metaflow_runner.py} */
    MetaflowContenders(Path folder, String python, NoOpSweep sweep) {
        this.folder = folder;
        this.python = python;
        this.sweep = sweep;
    }

    List<Contender> all() {
        List<Contender> all = new ArrayList<>();
        for (int atATime : List.of(2, 8)) {
            String how = " " + atATime + " at a time";
            all.add(new Contender(PREFIX + "by itself" + how, VARIANTS, count -> byItself(count, atATime)));
            all.add(new Contender(
                    PREFIX + "its Runner" + how,
                    VARIANTS,
                    count -> List.of(python, "metaflow_runner.py", "" + count, "" + atATime)));
            all.add(new Contender(PREFIX + "a sweep" + how, VARIANTS, count -> swept(count, atATime)));
        }
        return all;
    }

    private List<String> byItself(int count, int atATime) {
        String each = "'" + python + "' -u two_steps.py --quiet --no-pylint run --number=\"$0\"";
        return List.of("sh", "-c", "seq " + count + " | xargs -P " + atATime + " -n 1 sh -c \"$0\"", each);
    }

    private List<String> swept(int count, int atATime) {
        Path file = folder.resolve("metaflow-" + count + ".conf");
        try {
            String text = Contenders.resource("noop.conf.txt").replace("NoOp.java", "two_steps.py");
            Files.writeString(file, text.replace("COUNT", Integer.toString(count)));
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
