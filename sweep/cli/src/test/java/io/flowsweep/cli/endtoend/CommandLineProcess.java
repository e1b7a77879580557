package io.flowsweep.cli.endtoend;

import io.flowsweep.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line as a process of its own, in a working directory. */
final class CommandLineProcess {

    /** What it printed and how it ended. */
    record Result(int exitCode, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** For a machine that does ten other things. */
    private static final Duration LIMIT = Duration.ofSeconds(400);

    private final Process process;
    private final Path out;
    private final Path err;

    private CommandLineProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static CommandLineProcess start(Path directory, String... arguments) throws IOException {
        return start(List.of(), directory, Map.of(), arguments);
    }

    /** @param environment variables on top of those of this process */
    static CommandLineProcess start(Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(List.of(), directory, environment, arguments);
    }

    /** One that hears SIGINT even when this JVM was started where it is ignored, such as in the background of a script. */
    static CommandLineProcess startInterruptible(Path directory, String... arguments) throws IOException {
        return start(List.of("env", "--default-signal=INT"), directory, Map.of(), arguments);
    }

    static CommandLineProcess start(
            List<String> wrapper, Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(CommandLineArchive.java());
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("FLOWSWEEP_HOME");
        builder.environment().put("COLUMNS", "160");
        builder.environment().putAll(environment);
        return new CommandLineProcess(builder.start(), out, err);
    }

    static Result run(Path directory, String... arguments) throws IOException {
        return start(directory, arguments).result();
    }

    static Result run(Path directory, Map<String, String> environment, String... arguments) throws IOException {
        return start(directory, environment, arguments).result();
    }

    Result result() throws IOException {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                kill();
                throw new AssertionError("the command did not end; it said:\n" + text(out) + text(err));
            }
        } catch (InterruptedException e) {
            kill();
            throw new IllegalStateException(e);
        }
        return new Result(process.exitValue(), text(out), text(err));
    }

    String outSoFar() throws IOException {
        return text(out);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    void kill() {
        process.destroyForcibly();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
