package io.flowsweep.metaflow.run;

import io.flowsweep.codec.Json;
import io.flowsweep.metaflow.datastore.MetaflowTask;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/**
 * Copies what tasks have left in a datastore elsewhere, such as S3, to where it can be read: by Metaflow itself, in a process of the
 * run's own Python, which begins with the first question and ends when it is closed or this program ends.
 */
final class DatastoreCopy implements TaskFetch {

    /** For one answer. Metaflow tries a service that does not answer for minutes. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final long PAUSE_NANOS = 5_000_000;

    /** @param question empty when this has only to wait for its turn */
    private record Turn(Optional<String> question, Runnable then) {}

    private final ProcessBuilder program;
    private final Queue<Turn> turns = new ArrayDeque<>();
    private final StringBuilder answers = new StringBuilder();
    private Process process;
    private Optional<String> trouble = Optional.empty();

    /**
     * @param copies the folder for the copies
     * @param directory in which the flow works
     * @param variables of the process, all
     */
    DatastoreCopy(Path python, Path copies, Path directory, Map<String, String> variables) {
        String small = Integer.toString(RecordedArtifacts.SMALL);
        program = new ProcessBuilder(python.toString(), "-c", PythonProgram.text("copy.py"), copies.toString(), small)
                .redirectError(Redirect.DISCARD);
        if (Files.isDirectory(directory)) {
            program.directory(directory.toFile());
        }
        program.environment().clear();
        program.environment().putAll(variables);
    }

    @Override
    public void fetch(MetaflowTask task, Runnable then) {
        ask("task " + task, then);
    }

    /** @param path of a file in the datastore */
    void fetch(Path path) {
        ask("file " + path, () -> {});
    }

    private void ask(String question, Runnable then) {
        turns.add(new Turn(Optional.of(question), then));
        if (trouble.isEmpty()) {
            try {
                process = process == null ? program.start() : process;
                process.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            } catch (IOException e) {
                giveUp(e.getMessage());
            }
        }
    }

    @Override
    public void then(Runnable what) {
        turns.add(new Turn(Optional.empty(), what));
        look();
    }

    @Override
    public void look() {
        if (process != null && trouble.isEmpty()) {
            boolean lives = process.isAlive(); // what it has said before its end is there
            try {
                InputStream out = process.getInputStream();
                answers.append(new String(out.readNBytes(out.available()), StandardCharsets.UTF_8));
            } catch (IOException e) {
                giveUp(e.getMessage());
            }
            takeTurns();
            if (!lives && !turns.isEmpty()) {
                giveUp(program.command().get(0) + " has ended with exit code " + process.exitValue());
            }
        }
        takeTurns();
    }

    private void takeTurns() {
        while (!turns.isEmpty() && isAnswered(turns.element())) {
            turns.remove().then().run();
        }
    }

    private boolean isAnswered(Turn turn) {
        if (turn.question().isEmpty() || trouble.isPresent()) {
            return true;
        }
        int end = answers.indexOf("\n");
        if (end < 0) {
            return false;
        }
        Object error = Json.parseObject(answers.substring(0, end)).get("error");
        answers.delete(0, end + 1);
        if (error != null) {
            giveUp(error.toString());
        }
        return true;
    }

    /** What fails once would do so again, and take its time. */
    private void giveUp(String why) {
        trouble = Optional.of(why);
        close();
    }

    @Override
    public void finish() {
        look();
        for (int left = turns.size(); left > 0; left = turns.size()) {
            await(left);
        }
    }

    private void await(int left) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (turns.size() == left) {
            if (System.nanoTime() - end > 0) {
                giveUp("it has not answered for " + LONGEST.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            look();
        }
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
