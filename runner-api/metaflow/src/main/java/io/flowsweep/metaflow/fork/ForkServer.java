package io.flowsweep.metaflow.fork;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.Sha256;
import io.flowsweep.executor.admission.CpuList;
import io.flowsweep.executor.guard.Guard;
import io.flowsweep.executor.limits.ProcessLimits;
import io.flowsweep.threads.Daemons;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A Python process that has imported Metaflow and starts others as copies of itself; {@code forkserver.py} is its program, and says
 * what is written to and read from it. It ends with this process, and by itself when it has had nothing to do for a minute. What
 * it has started is in groups of its own, which are the {@link Guard}'s matter as any. Thread-safe.
 */
final class ForkServer {

    /** More than the import takes on the slowest machine: who takes longer hangs. */
    private static final int IMPORT_SECONDS = 60;

    /** Likewise for a copy of a process, which mostly takes milliseconds. */
    private static final int START_SECONDS = 60;

    private static final Path THIS_THREAD = Path.of("/proc/thread-self/status");
    private static final String PROCESSORS = "Cpus_allowed_list:";

    private final Process process;
    private final Map<String, String> environment;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Map<String, Starting> starting = new ConcurrentHashMap<>();
    private final Map<String, ForkedProcess> living = new ConcurrentHashMap<>();
    private final AtomicLong orders = new AtomicLong();
    private volatile boolean retired;

    /** An order that is not answered yet. */
    private record Starting(CompletableFuture<Optional<Process>> answer, Path exit) {}

    private ForkServer(Process process, Map<String, String> environment) {
        this.process = process;
        this.environment = environment;
        ready.completeOnTimeout(false, IMPORT_SECONDS, TimeUnit.SECONDS).thenAccept(fit -> {
            if (!fit) {
                process.destroyForcibly();
            }
        });
    }

    /**
     * Starts one, which imports for a while.
     *
     * @param folder in which the program may be put
     * @throws IOException when there is no such Python, among others
     */
    static ForkServer start(StartKind kind, Path folder) throws IOException {
        Guard.ofThisProcess().watch();
        List<String> command = new ArrayList<>(Guard.ofThisProcess().prefix());
        command.addAll(kind.python());
        command.add(program(folder).toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(kind.directory()).redirectError(Redirect.DISCARD);
        Map<String, String> variables = builder.environment();
        variables.keySet().retainAll(kind.environment().keySet());
        kind.environment().entrySet().stream()
                .filter(variable -> !variables.entrySet().contains(variable)) // what is no text stays as it is
                .forEach(variable -> variables.put(variable.getKey(), variable.getValue()));
        variables.put(
                ProcessLimits.WATCHER, Long.toString(ProcessHandle.current().pid()));
        ForkServer server = new ForkServer(builder.start(), Map.copyOf(variables));
        Daemons.start("flowsweep-forkserver", server::listen);
        return server;
    }

    /** Named after its content: who puts it there anew, puts the same. */
    private static Path program(Path folder) throws IOException {
        try (InputStream resource = ForkServer.class.getResourceAsStream("forkserver.py")) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            Path file = folder.resolve("forkserver-" + Sha256.of(text).substring(0, 8) + ".py");
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Path draft = Files.writeString(folder.resolve(UUID.randomUUID() + ".tmp"), text);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        }
    }

    /** Waits for the import; whether anything can be started. Interrupted, it leaves the thread so. */
    boolean awaitReady() {
        try {
            return ready.get() && process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return false;
        }
    }

    /**
     * Starts a script; empty when it must be started without us, of which nothing has begun then.
     *
     * @param builder its streams, its variables and its folder
     * @param script with its arguments
     * @param exit a file for its exit code, in case that this one is killed meanwhile
     */
    Optional<Process> start(ProcessBuilder builder, List<String> script, Path exit) {
        String id = Long.toString(orders.incrementAndGet());
        CompletableFuture<Optional<Process>> start = new CompletableFuture<>();
        starting.put(id, new Starting(start, exit));
        try {
            write(Json.write(order(id, builder, script, exit)) + "\n");
        } catch (IOException e) {
            starting.remove(id);
            return Optional.empty();
        }
        start.copy().orTimeout(START_SECONDS, TimeUnit.SECONDS).whenComplete((is, late) -> {
            if (late != null) {
                process.destroyForcibly();
            }
        });
        return start.join();
    }

    private Map<String, Object> order(String id, ProcessBuilder builder, List<String> script, Path exit)
            throws IOException {
        Map<String, String> changed = new HashMap<>(builder.environment());
        changed.entrySet().removeAll(environment.entrySet());
        List<String> missing = environment.keySet().stream()
                .filter(name -> !builder.environment().containsKey(name))
                .toList();
        return Map.of(
                "id", id,
                "argv", script,
                "set", changed,
                "unset", missing,
                "processors", processors(),
                "output", builder.redirectOutput().file().getAbsolutePath(),
                "exit", exit.toAbsolutePath().toString());
    }

    /** Those of the calling thread, as a process inherits them. */
    private static List<Integer> processors() throws IOException {
        try (BufferedReader status = Files.newBufferedReader(THIS_THREAD)) {
            return status.lines()
                    .filter(line -> line.startsWith(PROCESSORS))
                    .map(line -> CpuList.parse(line.substring(PROCESSORS.length())))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the system does not tell the processors of a thread"));
        }
    }

    private synchronized void write(String line) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    // --- what it answers -------------------------------------------------------------------------------------------

    private void listen() {
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                take(line.split(" "));
            }
        } catch (IOException e) {
            // as when it has died
        }
        gone();
    }

    private void take(String[] answer) {
        switch (answer[0]) {
            case "ready" -> ready.complete(true);
            case "refused" -> starting.remove(answer[1]).answer().complete(Optional.empty());
            case "started" -> {
                Starting order = starting.remove(answer[1]);
                ForkedProcess started = new ForkedProcess(Long.parseLong(answer[2]), order.exit());
                living.put(answer[2], started);
                order.answer().complete(Optional.of(started));
            }
            case "ended" -> living.remove(answer[1]).ended(Integer.parseInt(answer[2]));
            default -> process.destroyForcibly();
        }
    }

    private void gone() {
        int code = process.onExit().join().exitValue();
        ready.complete(false);
        if (ready.join() && code != 0) {
            System.err.println("the Python process that starts runs of Metaflow ended with exit code " + code
                    + "; those that it has started go on, others are started without it, which takes longer");
        }
        starting.values().forEach(order -> order.answer().complete(Optional.empty()));
        living.values().forEach(ForkedProcess::abandoned);
    }

    // --- its end ---------------------------------------------------------------------------------------------------

    boolean isAlive() {
        return process.isAlive() && !retired;
    }

    /** Whether it is no longer needed, rather than unfit. */
    boolean hasRetired() {
        return retired || ready.getNow(false) && !process.isAlive() && process.exitValue() == 0;
    }

    /** It takes no more orders, and ends when what it has started has ended. */
    synchronized void retire() {
        retired = true;
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it has ended already
        }
    }

    /** Waits until it has ended, unless something that it has started still lives after a second. */
    void awaitEnd() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
