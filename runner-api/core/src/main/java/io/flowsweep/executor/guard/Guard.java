package io.flowsweep.executor.guard;

import io.flowsweep.executor.limits.ProcessLimits;
import io.flowsweep.os.SearchPath;
import io.flowsweep.threads.Daemons;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A shell that sends signals to groups of processes for this one, which Java cannot, and that ends them all when this process dies,
 * however it does: it then reads the end of its standard input. One for all commands of this process, started by the first; a signal
 * costs a line through a pipe, and no process. Thread-safe.
 *
 * <p>Where there is no {@code setsid}, processes are not in groups of their own: a signal then reaches the process itself, and what
 * it has started is ended by way of {@link ProcessHandle#descendants()}, as far as the process has not ended before.
 */
public final class Guard {

    private static final Guard OF_THIS_PROCESS = new Guard();

    /** In full, so that nobody has to look for it again. */
    private final List<String> setsid = SearchPath.of(System.getenv()).find("setsid").map(Path::toString).stream()
            .toList();

    private final List<String> prefix = prefix(setsid);

    private final Set<Long> living = new LinkedHashSet<>();
    private Shell shell;

    /** @param ending those who wait for the end of a group that this shell was told to end, by the group's leader */
    private record Shell(Process process, Map<Long, CompletableFuture<Void>> ending) {

        void ended(Long leader) {
            Optional.ofNullable(ending.remove(leader)).ifPresent(waiting -> waiting.complete(null));
        }
    }

    private Guard() {}

    public static Guard ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /** What goes before a command, so that its process leads a group of its own and notices when it is told to end. */
    public List<String> prefix() {
        return prefix;
    }

    private static List<String> prefix(List<String> setsid) {
        List<String> prefix = new ArrayList<>(setsid);
        prefix.addAll(IgnoredSignals.prefix());
        return List.copyOf(prefix);
    }

    /**
     * Before a process is started: when this one dies before it can {@link #add} it, the shell finds it by its environment.
     *
     * @throws UncheckedIOException when there can be no such shell
     */
    public synchronized void watch() {
        try {
            startUnlessAlive();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** From now on the group with this leader does not outlive this process. */
    public synchronized void add(long leader) {
        living.add(leader);
        order("add " + leader);
    }

    /** @param name for instance {@code INT} */
    public void signal(long leader, String name) {
        if (setsid.isEmpty()) {
            ProcessHandle.of(leader).stream()
                    .flatMap(ProcessHandle::descendants)
                    .forEach(child -> order("signal " + child.pid() + " " + name));
        }
        order("signal " + leader + " " + name);
    }

    /** Kills what is left of a group whose leader has ended; completes when nothing is. */
    public synchronized CompletableFuture<Void> end(long leader) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        living.remove(leader);
        try {
            startUnlessAlive();
            shell.ending().put(leader, ended);
            write("end " + leader);
        } catch (IOException e) {
            throw unreachable(e);
        }
        if (!shell.process().isAlive()) { // who listens to it may have gone before
            shell.ended(leader);
        }
        return ended;
    }

    private synchronized void order(String line) {
        try {
            startUnlessAlive();
            write(line);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private void startUnlessAlive() throws IOException {
        if (shell == null || !shell.process().isAlive()) {
            shell = start();
            for (long leader : living) {
                write("add " + leader);
            }
        }
    }

    private static UncheckedIOException unreachable(IOException e) {
        return new UncheckedIOException("cannot reach the shell that ends processes", e);
    }

    private void write(String line) throws IOException {
        OutputStream orders = shell.process().getOutputStream();
        orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
    }

    private Shell start() throws IOException {
        List<String> command = new ArrayList<>(setsid);
        String mark = ProcessLimits.WATCHER + "=" + ProcessHandle.current().pid();
        command.addAll(List.of("sh", "-c", script(), "flowsweep-guard", mark));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(Redirect.to(new File("/dev/null")))
                .directory(new File("/"));
        builder.environment().keySet().removeIf(name -> name.startsWith("FLOWSWEEP_"));
        Shell started = new Shell(builder.start(), new ConcurrentHashMap<>());
        Daemons.start("flowsweep-guard", () -> listen(started));
        return started;
    }

    /** When the shell has died, nobody waits for it any more. */
    private static void listen(Shell shell) {
        try (BufferedReader answers = shell.process().inputReader(StandardCharsets.UTF_8)) {
            for (String leader = answers.readLine(); leader != null; leader = answers.readLine()) {
                shell.ended(Long.valueOf(leader));
            }
        } catch (IOException e) {
            // as when it has died
        }
        List.copyOf(shell.ending().keySet()).forEach(shell::ended);
    }

    private static String script() throws IOException {
        try (InputStream script = Guard.class.getResourceAsStream("guard.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
