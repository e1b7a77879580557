package io.flowsweep.sweep;

import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.store.StoreLocation;
import io.flowsweep.sweep.engine.frozen.Edition;
import io.flowsweep.sweep.engine.run.Settings;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.space.Shard;
import io.flowsweep.sweep.spec.RunPolicy;
import io.flowsweep.sweep.spec.SweepSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/**
 * How a sweep is run this time; what is not said here is as the sweep file says. Immutable: every method returns a changed
 * copy.
 *
 * <pre>{@code
 * sweep.run(SweepOptions.defaults().parallel(4).listener(System.out::println)).await();
 * }</pre>
 */
public final class SweepOptions {

    private static final SweepOptions DEFAULTS = new SweepOptions();

    private Optional<Path> store = Optional.empty();
    private Path results = Path.of("results");
    private Optional<String> executor = Optional.empty();
    private OptionalInt parallel = OptionalInt.empty();
    private List<Consumer<SweepEvent>> listeners = List.of();
    private Consumer<DependencyEvent> dependencyListener = System.err::println;
    private Shard shard = Shard.ALL;
    private boolean smoke;
    private boolean takeOver;
    private boolean fresh;
    private BiPredicate<TrialId, String> repeated = (trial, failure) -> false;
    private boolean oversubscribe;
    private boolean strict;
    private List<String> added = List.of();

    private SweepOptions() {}

    private SweepOptions changed(Consumer<SweepOptions> change) {
        SweepOptions copy = new SweepOptions();
        copy.store = store;
        copy.results = results;
        copy.executor = executor;
        copy.parallel = parallel;
        copy.listeners = listeners;
        copy.dependencyListener = dependencyListener;
        copy.shard = shard;
        copy.smoke = smoke;
        copy.takeOver = takeOver;
        copy.fresh = fresh;
        copy.repeated = repeated;
        copy.oversubscribe = oversubscribe;
        copy.strict = strict;
        copy.added = added;
        change.accept(copy);
        return copy;
    }

    public static SweepOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The folder of the store; default: {@code FLOWSWEEP_HOME}, else the nearest {@code .flowsweep} from the sweep file's
     * folder upwards, else one beside the sweep file (at the root of its git checkout when it is in one).
     */
    public SweepOptions store(Path folder) {
        return changed(o -> o.store = Optional.of(folder));
    }

    /** The folder of all results; default: {@code results} in the working directory. */
    public SweepOptions results(Path folder) {
        return changed(o -> o.results = folder);
    }

    /** The executor by name; default: the sweep file's, which by default is {@code process}. */
    public SweepOptions executor(String name) {
        return changed(o -> o.executor = Optional.of(name));
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
        return changed(o -> o.parallel = OptionalInt.of(runs));
    }

    /**
     * Tells somebody which libraries are resolved and fetched, before the first run starts; default: prints a line of each to
     * standard error. Nothing is told of a set whose jars are all known and here.
     *
     * @param listener is called from any thread, and must not throw
     */
    public SweepOptions dependencyListener(Consumer<DependencyEvent> listener) {
        return changed(o -> o.dependencyListener = listener);
    }

    /**
     * Adds somebody who is told every event, in order, by the sweep's own thread: a slow listener slows the sweep. What a
     * listener throws is logged and changes nothing.
     */
    public SweepOptions listener(Consumer<SweepEvent> listener) {
        List<Consumer<SweepEvent>> more = new ArrayList<>(listeners);
        more.add(listener);
        return changed(o -> o.listeners = List.copyOf(more));
    }

    /**
     * Runs one part of the sweep: the others are for other drivers, perhaps on other machines that see the same store.
     * Default: all of it.
     */
    public SweepOptions shard(Shard part) {
        return changed(o -> o.shard = part);
    }

    /** Runs the first and the last variant, once each, to see whether anything is wrong; default: all variants. */
    public SweepOptions smoke(boolean tests) {
        return changed(o -> o.smoke = tests);
    }

    /**
     * Takes the sweep over from another driver, also from one that lives or of which nobody here can tell; that one then ends.
     * Default: only from one that has died on this machine.
     */
    public SweepOptions takeOver(boolean takes) {
        return changed(o -> o.takeOver = takes);
    }

    /** Runs everything, whatever results are on record. Default: what has succeeded before is not run again. */
    public SweepOptions fresh(boolean fresh) {
        return changed(o -> o.fresh = fresh);
    }

    /** Runs again what failed before, all of it. Default: what failed by itself is not run again. */
    public SweepOptions retry() {
        return retry(Pattern.compile(""));
    }

    /** Runs again what failed before with a message in which the pattern is found. */
    public SweepOptions retry(Pattern failure) {
        return retry(failure, variant -> true);
    }

    /** The same of some variants, by their indices. */
    public SweepOptions retry(Pattern failure, LongPredicate variants) {
        return changed(o -> o.repeated = (trial, message) ->
                variants.test(trial.variant()) && failure.matcher(message).find());
    }

    /**
     * Runs variants that ask for more than this machine has with all that there is; default: what the sweep file says, which by
     * default is to skip them.
     */
    public SweepOptions oversubscribe(boolean oversubscribes) {
        return changed(o -> o.oversubscribe = oversubscribes);
    }

    /**
     * Refuses the sweep when a variant of it can never run on this machine, which takes a look at every variant; default:
     * such variants are skipped.
     */
    public SweepOptions strict(boolean refuses) {
        return changed(o -> o.strict = refuses);
    }

    /**
     * Begins with further variants, which are added to the sweep for good; see {@link SweepRun#add(String...)}. Default: none.
     *
     * @param overrides values of axes as on a command line: {@code cpu=3,4}
     */
    public SweepOptions adding(String... overrides) {
        return changed(o -> o.added = List.of(overrides));
    }

    List<Consumer<SweepEvent>> listeners() {
        return listeners;
    }

    boolean smoke() {
        return smoke;
    }

    /** The folder of the store, absolute. */
    Path storeOf(SweepSpec spec) {
        return StoreLocation.find(store, spec.file().getParent());
    }

    /** All of it, filled up with what the sweep says. */
    Settings settings(SweepSpec spec, Edition edition) {
        RunPolicy policy = spec.run();
        int wanted = parallel.orElseGet(
                () -> policy.parallel().orElseGet(() -> Runtime.getRuntime().availableProcessors()));
        return new Settings(
                storeOf(spec),
                results.toAbsolutePath().normalize(),
                executor.orElse(policy.executor()),
                policy.exclusive() ? 1 : wanted,
                shard,
                smoke,
                oversubscribe || policy.oversubscribe(),
                strict,
                takeOver,
                dependencyListener,
                fresh,
                repeated,
                edition,
                SweepOverride.parseAll(added));
    }

    @Override
    public String toString() {
        return "SweepOptions[results " + results
                + store.map(s -> ", store " + s).orElse("")
                + executor.map(e -> ", executor " + e).orElse("")
                + (parallel.isPresent() ? ", parallel " + parallel.getAsInt() : "")
                + (shard.of() > 1 ? ", shard " + shard : "") + "]";
    }
}
