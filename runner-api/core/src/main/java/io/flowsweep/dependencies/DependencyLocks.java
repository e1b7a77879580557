package io.flowsweep.dependencies;

import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Resolves sets of libraries, each once: what has been resolved before, by whatever program, is read from the store, and as
 * long as its jars are here no resolver is started and no repository asked. A set with a version that moves (a range,
 * {@code LATEST}, {@code RELEASE} or a snapshot) is resolved anew by each object of this class; what it was resolved to is
 * kept with the run.
 *
 * <p>Thread-safe; two that ask for one set wait for the same answer, and a set that has failed fails again.
 */
public final class DependencyLocks {

    private static final Pattern MOVING = Pattern.compile(".*(-SNAPSHOT|:LATEST|:RELEASE|[\\[(].*[\\])])");

    private final Map<List<Object>, CompletableFuture<List<LockedJar>>> known = new ConcurrentHashMap<>();
    private final Map<Path, Path> copies;

    public DependencyLocks() {
        this(Map.of());
    }

    /** @param copies local jar, absolute, to a copy of it that is used in its place */
    public DependencyLocks(Map<Path, Path> copies) {
        this.copies = Map.copyOf(copies);
    }

    /**
     * The plan with the lock of each of its sets.
     *
     * @throws UnresolvableDependenciesException when something cannot be had
     */
    public FlowPlan lock(FlowPlan plan, Store store, Consumer<DependencyEvent> listener) {
        Optional<DependencyPlan> own = plan.dependencies().map(set -> lock(set, store, listener));
        FlowPlan locked = own.isEmpty() ? plan : plan.withDependencies(own);
        boolean steps =
                plan.steps().stream().anyMatch(s -> s.rules().dependencies().isPresent());
        return !steps
                ? locked
                : locked.withRules(s -> s.rules()
                        .dependencies()
                        .map(set -> s.rules().withDependencies(lock(set, store, listener)))
                        .orElse(s.rules()));
    }

    /** One set with its lock. */
    public DependencyPlan lock(DependencyPlan set, Store store, Consumer<DependencyEvent> listener) {
        CompletableFuture<List<LockedJar>> mine = new CompletableFuture<>();
        CompletableFuture<List<LockedJar>> others = known.putIfAbsent(List.of(store.uri(), set.key()), mine);
        if (others == null) {
            try {
                mine.complete(resolve(set, store, listener));
            } catch (RuntimeException | Error e) {
                mine.completeExceptionally(e);
            }
        }
        try {
            return set.withLock((others == null ? mine : others).join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * From now on what another run had is what its sets are resolved to.
     *
     * @param at when the other run began
     * @throws UnresolvableDependenciesException when one of its jars is gone for good
     */
    public void reuse(FlowPlan other, Instant at, Store store, Consumer<DependencyEvent> listener) {
        other.dependencies().ifPresent(set -> take(set, at, store, listener));
        other.steps().forEach(step -> step.rules().dependencies().ifPresent(set -> take(set, at, store, listener)));
    }

    private void take(DependencyPlan set, Instant at, Store store, Consumer<DependencyEvent> listener) {
        List<LockedJar> jars = new LockedJars(set.repositories(), store, listener).present(set.lock(), at);
        known.put(List.of(store.uri(), set.key()), CompletableFuture.completedFuture(jars));
    }

    private List<LockedJar> resolve(DependencyPlan set, Store store, Consumer<DependencyEvent> listener) {
        List<LockedJar> jars = new ArrayList<>();
        for (String jar : set.jars()) {
            jars.add(local(Path.of(jar), store));
        }
        DependencyPlan packages = Plots.expand(set, jars, store);
        if (!packages.packages().isEmpty()) {
            jars.addAll(packages(packages, store, listener));
        }
        return List.copyOf(jars);
    }

    private LockedJar local(Path file, Store store) {
        Path content = copies.getOrDefault(file, file);
        if (!Files.isRegularFile(content)) {
            throw new UnresolvableDependenciesException(
                    "there is no jar " + SourceFile.shown(file),
                    "@Dependencies",
                    "A relative name starts beside the flow.");
        }
        return LocalJar.keep(file.getFileName().toString(), CompiledPlace.content(content), store);
    }

    private static List<LockedJar> packages(DependencyPlan set, Store store, Consumer<DependencyEvent> listener) {
        boolean moving = set.packages().stream().anyMatch(p -> MOVING.matcher(p).matches());
        Optional<LockMark> kept = moving ? Optional.empty() : LockMark.read(set, store);
        if (kept.isPresent()) {
            LockMark mark = kept.get();
            List<LockedJar> jars = new LockedJars(set.repositories(), store, listener).present(mark.jars(), mark.at());
            if (!jars.equals(mark.jars())) {
                new LockMark(Instant.now(), set.packages(), jars).keep(set, store);
            }
            return jars;
        }
        List<LockedJar> jars = resolveAnew(set, listener);
        if (!moving) {
            new LockMark(Instant.now(), set.packages(), jars).keep(set, store);
        }
        return jars;
    }

    private static List<LockedJar> resolveAnew(DependencyPlan set, Consumer<DependencyEvent> listener) {
        Instant start = Instant.now();
        listener.accept(new DependencyEvent.Resolving(set.packages()));
        AtomicLong fetched = new AtomicLong();
        List<LockedJar> jars = Resolvers.find().resolve(set, event -> {
            if (event instanceof DependencyEvent.Fetching fetching) {
                fetched.addAndGet(Math.max(1, fetching.bytes()));
            }
            listener.accept(event);
        });
        long bytes = jars.stream().mapToLong(LockedJar::bytes).sum();
        listener.accept(new DependencyEvent.Resolved(
                set.packages(), jars.size(), bytes, fetched.get(), Duration.between(start, Instant.now())));
        return jars;
    }
}
