package io.flowsweep.metaflow.fork;

import io.flowsweep.executor.guard.Guard;
import io.flowsweep.executor.limits.ProcessStarter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fork servers of this process: for each kind of runs that start alike, a Python that has imported Metaflow. A copy of that costs
 * a run a quarter of its CPU time less than a start from nothing.
 *
 * <p>The first run of a kind is started plainly, as it may be the only one; the second starts the server and waits for it. A
 * server that cannot be had (an old Python, no Metaflow, an import that leaves a thread) or that has died, and a run that it
 * refuses, cost nothing but the gain: the run is started plainly. What a server has started outlives it. Thread-safe.
 */
public final class ForkServers {

    public static final ForkServers OF_THIS_PROCESS = new ForkServers();

    /** More kinds than that are not kept: who has not been used longest goes. */
    private static final int MOST_KINDS = 64;

    /** Each takes some 70 MB. */
    private static final int MOST_SERVERS = 4;

    /** The kinds that were seen, with their servers from the second run on; those used last come last. */
    private final Map<StartKind, Optional<ForkServer>> kinds = new LinkedHashMap<>(16, 0.75f, true);

    private ForkServers() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "flowsweep-forkservers-end"));
    }

    /**
     * How a process is started. May wait for a server to be ready; interrupted, it leaves the thread so.
     *
     * @param complete {@code PREFIX PYTHON OPTIONS SCRIPT ARGUMENTS}, where PREFIX is that of the {@link Guard}; its output is
     *     appended to one file
     * @param script as the command has it
     * @param folder in which our program may be put
     * @param exit where the process may put its exit code; whoever gives it removes it
     */
    public ProcessStarter starter(ProcessBuilder complete, Path script, Path folder, Path exit) {
        List<String> prefix = Guard.ofThisProcess().prefix();
        List<String> command = List.copyOf(complete.command());
        int at = command.indexOf(script.toString());
        if (prefix.isEmpty() || at <= prefix.size()) {
            return ProcessBuilder::start;
        }
        StartKind kind = StartKind.of(command.subList(prefix.size(), at), complete);
        return server(kind, folder)
                .filter(ForkServer::awaitReady)
                .map(server -> forking(server, command, at, exit))
                .orElse(ProcessBuilder::start);
    }

    /** A command that was added to is held to its resources by a tool, which only a start from nothing can do. */
    private static ProcessStarter forking(ForkServer server, List<String> command, int script, Path exit) {
        return builder -> {
            Optional<Process> copy = builder.command().equals(command)
                    ? server.start(builder, command.subList(script, command.size()), exit)
                    : Optional.empty();
            return copy.isPresent() ? copy.get() : builder.start();
        };
    }

    private synchronized Optional<ForkServer> server(StartKind kind, Path folder) {
        Optional<ForkServer> known = kinds.get(kind);
        if (known == null || known.filter(ForkServer::hasRetired).isPresent()) {
            kinds.put(kind, Optional.empty());
            bound();
            return Optional.empty();
        }
        if (known.isEmpty()) {
            kinds.put(kind, started(kind, folder));
            bound();
        }
        return kinds.get(kind);
    }

    private static Optional<ForkServer> started(StartKind kind, Path folder) {
        try {
            return Optional.of(ForkServer.start(kind, folder));
        } catch (IOException e) { // the plain start tells of it, if it cannot be done either
            return Optional.empty();
        }
    }

    private void bound() {
        if (kinds.size() > MOST_KINDS) {
            kinds.remove(kinds.keySet().iterator().next()).ifPresent(ForkServer::retire);
        }
        List<ForkServer> living = kinds.values().stream()
                .flatMap(Optional::stream)
                .filter(ForkServer::isAlive)
                .toList();
        living.stream().limit(Math.max(0, living.size() - MOST_SERVERS)).forEach(ForkServer::retire);
    }

    /** Waited for, as else what they have taken would not count as taken by this process. */
    private void end() {
        List<ForkServer> servers;
        synchronized (this) {
            servers = kinds.values().stream().flatMap(Optional::stream).toList();
        }
        servers.forEach(ForkServer::retire);
        servers.forEach(ForkServer::awaitEnd);
    }
}
