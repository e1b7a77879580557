package io.flowsweep.python;

import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.executor.guard.Guard;
import io.flowsweep.executor.limits.ProcessLimits;
import io.flowsweep.os.ProcessTree;
import io.flowsweep.os.Redirects;
import io.flowsweep.threads.Daemons;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Runs a program that this program needs, and hears what it says. None outlives this program, however it ends. */
final class Tool {

    private static final Guard GUARD = Guard.ofThisProcess();

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(process -> ProcessTree.kill(process.toHandle()))));
    }

    /**
     * How it ended.
     *
     * @param lines what it printed, errors in their place
     */
    record Result(int exit, List<String> lines) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    private Tool() {}

    /**
     * Runs it to its end, and ends what it leaves behind; an interrupt of this thread ends it.
     *
     * @param environment all that it has
     * @param listener is told each line at once, by another thread
     * @throws IOException when it cannot be started
     */
    static Result run(List<String> command, Map<String, String> environment, Path folder, Consumer<String> listener)
            throws IOException {
        List<String> whole = new ArrayList<>(GUARD.prefix());
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectInput(Redirects.NO_INPUT)
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment()
                .put(
                        ProcessLimits.WATCHER,
                        Long.toString(ProcessHandle.current().pid()));
        GUARD.watch();
        Process process = builder.start();
        GUARD.add(process.pid());
        RUNNING.add(process);
        List<String> lines = new ArrayList<>();
        Thread reader = Daemons.start("flowsweep-python", () -> read(process, lines, listener));
        try {
            int exit = process.waitFor();
            GUARD.end(process.pid()).join(); // nothing of it may still write to what it was to make
            reader.join();
            return new Result(exit, List.copyOf(lines));
        } catch (InterruptedException e) {
            ProcessTree.kill(process.toHandle());
            GUARD.end(process.pid()).join();
            Thread.currentThread().interrupt();
            throw new FlowSweepException("interrupted while " + command.get(0) + " was running", e);
        } finally {
            RUNNING.remove(process);
        }
    }

    private static void read(Process process, List<String> lines, Consumer<String> listener) {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                listener.accept(line);
            }
        } catch (IOException | UncheckedIOException e) {
            return; // it was ended
        }
    }
}
