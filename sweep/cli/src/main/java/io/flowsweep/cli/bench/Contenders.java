package io.flowsweep.cli.bench;

import io.flowsweep.os.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Those that take part, all with the work in one folder. Each variant is a run of a flow of two steps that keeps one number; a
 * bare JVM prints a line, a job of Hydra and a trial of Optuna return the number. A command does nothing, as {@code true} does, and
 * neither do those that {@code xargs} and GNU parallel start.
 */
final class Contenders {

    static final String HELLO = "hello-world JVM";
    static final String METAFLOW = "Metaflow Runner";
    static final String INLINE = "inline";
    static final String COMMAND = "command";

    static final String XARGS = "xargs";
    static final String PARALLEL = "GNU parallel";

    /** All but the other tools. */
    static final List<String> OURS = List.of(HELLO, INLINE, "worker", "process", COMMAND);

    /** What starts a program for each variant, and no flow. */
    static final List<String> PROGRAMS = List.of(COMMAND, XARGS, PARALLEL);

    private static final List<String> SCRIPTS =
            List.of("two_steps.py", "metaflow_runner.py", "hydra_app.py", "hydra_app.yaml", "optuna_grid.py");

    private final Path folder;
    private final String python;
    private final NoOpSweep sweep;
    private final int atATime = Runtime.getRuntime().availableProcessors();

    /**
     * Puts the work into a folder.
     *
     * @param python a command that may have Metaflow, Hydra and Optuna
     */
    Contenders(Path folder, String python) {
        this.folder = folder;
        this.python = python;
        try {
            sweep = new NoOpSweep(folder);
            for (String name : SCRIPTS) {
                Files.writeString(folder.resolve(name), resource(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that can take part here. */
    List<Contender> all() {
        List<Contender> all = new ArrayList<>();
        all.add(new Contender(HELLO, 100, this::hello));
        all.add(new Contender(INLINE, 12_000, count -> sweep.fresh(INLINE, count)));
        all.add(new Contender("worker", 1000, count -> sweep.fresh("worker", count)));
        all.add(new Contender("process", 100, count -> sweep.fresh("process", count)));
        all.add(new Contender(COMMAND, 500, sweep::program));
        all.add(new Contender(XARGS, 500, count -> shell("xargs -n 1 -P " + atATime + " true", count)));
        if (starts("parallel", "--minversion", "1")) {
            all.add(new Contender(PARALLEL, 500, count -> shell("parallel -j " + atATime + " true", count)));
        }
        if (has("metaflow")) {
            all.add(new Contender(
                    METAFLOW, 10, count -> List.of(python, "metaflow_runner.py", "" + count, "" + atATime)));
        }
        if (has("hydra")) {
            all.add(new Contender("Hydra basic", 60, count -> hydra(count)));
        }
        if (has("hydra_plugins.hydra_joblib_launcher")) {
            all.add(new Contender(
                    "Hydra joblib",
                    60,
                    count -> hydra(count, "hydra/launcher=joblib", "hydra.launcher.n_jobs=" + atATime)));
        }
        if (has("optuna")) {
            all.add(new Contender("Optuna grid", 500, count -> List.of(python, "optuna_grid.py", "" + count)));
        }
        return all;
    }

    /** Empty when the Python has no Metaflow. */
    Optional<MetaflowContenders> metaflow() {
        return has("metaflow") ? Optional.of(new MetaflowContenders(folder, python, sweep)) : Optional.empty();
    }

    /** As many loops as there are processors, each starting one JVM after the other. */
    private List<String> hello(int count) {
        String java = java();
        String each = "[ -z \"$0\" ] || for n in $0; do '" + java + "' -cp '" + folder + "' Hello; done";
        StringBuilder script = new StringBuilder();
        for (int loop = 0; loop < atATime; loop++) {
            int first = loop;
            String numbers = IntStream.range(0, count)
                    .filter(n -> n % atATime == first)
                    .mapToObj(Integer::toString)
                    .reduce((a, b) -> a + " " + b)
                    .orElse("");
            script.append("sh -c '")
                    .append(each.replace("'", "'\\''"))
                    .append("' '")
                    .append(numbers)
                    .append("' & ");
        }
        compileHello();
        return List.of("sh", "-c", script + "wait");
    }

    private void compileHello() {
        Path source = folder.resolve("Hello.java");
        try {
            if (Files.notExists(folder.resolve("Hello.class"))) {
                Files.writeString(
                        source,
                        "public class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
                Process compiler = new ProcessBuilder(java() + "c", source.toString()).start();
                if (compiler.waitFor() != 0) {
                    throw new IOException("the compiler failed");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> hydra(int count, String... more) {
        List<String> command =
                new ArrayList<>(List.of(python, "hydra_app.py", "--multirun", "number=range(0," + count + ")"));
        command.addAll(List.of(more));
        return command;
    }

    /** Gives numbers to a command on its standard input, one a line. */
    private static List<String> shell(String command, int count) {
        return List.of("sh", "-c", "seq " + count + " | " + command);
    }

    private boolean has(String module) {
        return starts(python, "-c", "import " + module);
    }

    private static boolean starts(String... command) {
        return Probe.succeeds(List.of(command));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Contenders.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
