package io.flowsweep.sweep;

import io.flowsweep.sweep.events.SweepEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How a sweep is run this time; what is not said here is as the sweep file says. Immutable: every method returns a changed
 * copy.
 *
 * <pre>{@code
 * sweep.run(SweepOptions.defaults().parallel(4).listener(System.out::println)).await();
 * }</pre>
 */
public final class SweepOptions {

    private static final SweepOptions DEFAULTS =
            new SweepOptions(Optional.empty(), Path.of("results"), Optional.empty(), OptionalInt.empty(), List.of());

    private final Optional<Path> store;
    private final Path results;
    private final Optional<String> executor;
    private final OptionalInt parallel;
    private final List<Consumer<SweepEvent>> listeners;

    private SweepOptions(
            Optional<Path> store,
            Path results,
            Optional<String> executor,
            OptionalInt parallel,
            List<Consumer<SweepEvent>> listeners) {
        this.store = store;
        this.results = results;
        this.executor = executor;
        this.parallel = parallel;
        this.listeners = List.copyOf(listeners);
    }

    public static SweepOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The folder of the store; default: {@code FLOWSWEEP_HOME}, else the nearest {@code .flowsweep} from the sweep file's
     * folder upwards, else one beside the sweep file (at the root of its git checkout when it is in one).
     */
    public SweepOptions store(Path folder) {
        return new SweepOptions(Optional.of(folder), results, executor, parallel, listeners);
    }

    /** The folder of all results; default: {@code results} in the working directory. */
    public SweepOptions results(Path folder) {
        return new SweepOptions(store, folder, executor, parallel, listeners);
    }

    /** The executor by name; default: the sweep file's, which by default is {@code process}. */
    public SweepOptions executor(String name) {
        return new SweepOptions(store, results, Optional.of(name), parallel, listeners);
    }

    /**
     * The most runs in flight; default: the sweep file's, which by default is the machine's processors. An exclusive sweep
     * always has one.
     *
     * @param runs at least 1
     * @throws IllegalArgumentException otherwise
     */
    public SweepOptions parallel(int runs) {
        if (runs < 1) {
            throw new IllegalArgumentException("parallel >= 1 must hold, but got " + runs);
        }
        return new SweepOptions(store, results, executor, OptionalInt.of(runs), listeners);
    }

    /**
     * Adds somebody who is told every event, in order, by the sweep's own thread: a slow listener slows the sweep. What a
     * listener throws is logged and changes nothing.
     */
    public SweepOptions listener(Consumer<SweepEvent> listener) {
        List<Consumer<SweepEvent>> more = new ArrayList<>(listeners);
        more.add(listener);
        return new SweepOptions(store, results, executor, parallel, more);
    }

    Optional<Path> store() {
        return store;
    }

    Path results() {
        return results;
    }

    Optional<String> executor() {
        return executor;
    }

    OptionalInt parallel() {
        return parallel;
    }

    List<Consumer<SweepEvent>> listeners() {
        return listeners;
    }

    @Override
    public String toString() {
        return "SweepOptions[results " + results
                + store.map(s -> ", store " + s).orElse("")
                + executor.map(e -> ", executor " + e).orElse("")
                + (parallel.isPresent() ? ", parallel " + parallel.getAsInt() : "") + "]";
    }
}
