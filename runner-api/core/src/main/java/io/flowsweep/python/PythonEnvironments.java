package io.flowsweep.python;

import io.flowsweep.codec.Sha256;
import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.PythonSettings;
import io.flowsweep.store.PrivateFolder;
import io.flowsweep.store.UserCache;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Has environments of Python made, each distinct set once for this user: it is kept in the cache folder, and as long as it is
 * there, no tool is started and no index asked. Many may ask at once, in several processes; one builds, the others wait for it, and
 * distinct sets are built side by side. An environment is seen by nobody before it is whole, whatever ends the one who builds it:
 * each attempt has a folder of its own, and the mark that names the folder is written last. One that has lost files since is built anew.
 * One that no program has used for 90 days is removed when another is built; a program uses what it was given until it ends.
 *
 * <p>What cannot be built is remembered by this object, and fails again at once. A version that was not pinned is the one that the
 * index had when the environment was built; remove its folder to have it built anew. Thread-safe.
 */
public final class PythonEnvironments {

    static final int KEY_DIGITS = 20;

    private final Path folder;
    private final Map<String, String> environment;
    private final Interpreters interpreters;
    private final Map<PythonSettings, CompletableFuture<PythonEnvironment>> known = new ConcurrentHashMap<>();

    /**
     * @param folder where environments are kept, absolute
     * @param environment of this program, with what pip and uv read of it
     */
    PythonEnvironments(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.interpreters = new Interpreters(this.environment);
    }

    /** Those of this user: in {@code python} of {@link UserCache#folder}. */
    public static PythonEnvironments ofThisUser() {
        return new PythonEnvironments(UserCache.folder().resolve("python"), System.getenv());
    }

    /**
     * The environment of these settings, built now unless it is there. Where nothing is to be installed, it is the interpreter as
     * it is.
     *
     * @param listener is told what is done, from any thread; nothing when there is nothing to do
     * @throws UnableToBuildEnvironmentException when a package cannot be had or installed
     * @throws InvalidInputException when there is no such interpreter, or the cache folder cannot be written
     */
    public PythonEnvironment get(PythonSettings settings, Consumer<DependencyEvent> listener) {
        PythonSettings asked = settings.withInstalled(List.of());
        while (true) {
            CompletableFuture<PythonEnvironment> mine = new CompletableFuture<>();
            CompletableFuture<PythonEnvironment> others = known.putIfAbsent(asked, mine);
            if (others == null) {
                build(asked, mine, listener);
            }
            CompletableFuture<PythonEnvironment> one = others == null ? mine : others;
            try {
                PythonEnvironment found = one.get();
                if (Files.isExecutable(found.python())) {
                    return found;
                }
                known.remove(asked, one);
            } catch (ExecutionException e) {
                boolean toldToEnd = e.getCause().getCause() instanceof InterruptedException;
                if (others == null || !toldToEnd) { // else it was who built it, and not this one
                    throw e.getCause() instanceof RuntimeException cause
                            ? cause
                            : new CompletionException(e.getCause());
                }
            } catch (InterruptedException e) {
                throw interrupted(asked, e);
            }
        }
    }

    private void build(
            PythonSettings asked, CompletableFuture<PythonEnvironment> future, Consumer<DependencyEvent> listener) {
        try {
            future.complete(find(asked, listener));
        } catch (RuntimeException | Error e) {
            if (!(e instanceof InvalidInputException)) {
                known.remove(asked, future);
            }
            future.completeExceptionally(e);
        }
    }

    private static FlowSweepException interrupted(PythonSettings settings, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new FlowSweepException("interrupted while an environment of " + settings + " was built", e);
    }

    private PythonEnvironment find(PythonSettings settings, Consumer<DependencyEvent> listener) {
        Interpreter interpreter = interpreters.find(settings.python());
        try {
            if (settings.requirements().isEmpty() && settings.local().isEmpty()) {
                return new BareInterpreter(interpreter).environment(folder);
            }
            Interpreter base = Interpreters.base(interpreter);
            EnvironmentFiles files = new EnvironmentFiles(folder, key(settings, base));
            if (Files.exists(files.mark())) {
                EnvironmentUse.begin(files.used());
            }
            Optional<PythonEnvironment> kept = kept(files.mark());
            return kept.isPresent() ? kept.get() : built(settings, base, files, listener);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "environments of Python cannot be kept: "
                            + (e instanceof FileSystemException of && of.getReason() != null
                                    ? of.getReason()
                                    : e.getMessage()),
                    folder.toString(),
                    "Make it writable and make room there, or set XDG_CACHE_HOME to another folder.");
        } catch (InterruptedException e) {
            throw interrupted(settings, e);
        }
    }

    /** The same set on another interpreter is another environment; so it is with an editable package of another folder. */
    private static String key(PythonSettings settings, Interpreter base) {
        Sha256 key = new Sha256()
                .add(settings.digest())
                .add(base.command().toString())
                .add(base.version());
        settings.local().keySet().stream()
                .filter(line -> line.startsWith("-e "))
                .sorted()
                .forEach(key::add);
        return key.hex().substring(0, KEY_DIGITS);
    }

    private static Optional<PythonEnvironment> kept(Path mark) throws IOException {
        Optional<EnvironmentMark> there = EnvironmentMark.read(mark);
        return there.isPresent() ? there.get().environment(mark) : Optional.empty();
    }

    private PythonEnvironment built(
            PythonSettings settings, Interpreter base, EnvironmentFiles files, Consumer<DependencyEvent> listener)
            throws IOException, InterruptedException {
        PrivateFolder.make(folder);
        EnvironmentUse.begin(files.used());
        OldEnvironments.removeFrom(folder);
        Runnable waiting = () -> listener.accept(new DependencyEvent.Waiting(settings.toString()));
        try (BuildLock lock = BuildLock.take(files.lock(), waiting)) {
            Optional<PythonEnvironment> kept = kept(files.mark());
            if (kept.isPresent()) {
                return kept.get();
            }
            files.remove();
            long start = System.nanoTime();
            Path place = folder.resolve(
                    files.key() + "-" + UUID.randomUUID().toString().substring(0, 8));
            try {
                EnvironmentMark whole =
                        new EnvironmentBuild(settings, base, place, environment, listener).run(files.log());
                whole.put(files.mark());
                listener.accept(new DependencyEvent.Built(
                        settings.toString(), whole.installed().size(), Duration.ofNanos(System.nanoTime() - start)));
            } catch (IOException | RuntimeException e) {
                files.remove();
                throw e;
            }
            return kept(files.mark()).orElseThrow();
        }
    }
}
