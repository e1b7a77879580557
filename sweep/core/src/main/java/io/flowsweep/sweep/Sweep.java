package io.flowsweep.sweep;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.store.StoreLocation;
import io.flowsweep.sweep.engine.CheckedSweep;
import io.flowsweep.sweep.engine.Driver;
import io.flowsweep.sweep.engine.Settings;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.file.SweepFile;
import io.flowsweep.sweep.file.SweepSpec;
import io.flowsweep.sweep.file.Variants;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Variant;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Many variants of one flow. Immutable; one sweep may be run any number of times.
 *
 * <pre>{@code
 * SweepRun run = Sweep.load(Path.of("sweeps/matmul.conf")).run();
 * run.await();
 * run.results();
 * }</pre>
 */
public final class Sweep {

    private static final Logger LOG = System.getLogger(Sweep.class.getName());

    private final SweepSpec spec;
    private final Variants variants;

    private Sweep(SweepSpec spec) {
        this.spec = spec;
        this.variants = new Variants(spec);
    }

    /**
     * Reads a sweep file; the flow is not looked at yet.
     *
     * @throws io.flowsweep.errors.InvalidInputException with all that is wrong with the file
     */
    public static Sweep load(Path file) {
        return new Sweep(SweepFile.load(file.toAbsolutePath().normalize()));
    }

    public String name() {
        return spec.name();
    }

    /** What varies, in the order of the columns. */
    public List<Axis> axes() {
        return spec.axes();
    }

    /** How many variants there are. */
    public BigInteger size() {
        return variants.size();
    }

    /**
     * One variant with everything resolved.
     *
     * @param index from 0 (inclusive) to {@link #size()} (exclusive)
     */
    public Variant variant(long index) {
        return variants.get(index);
    }

    /** The points of some variants as a table: the index and a column for each axis. */
    public Table variants(LongStream indices) {
        List<ValueColumn> given = axes().stream().map(ValueColumn::of).toList();
        List<Column> columns = new ArrayList<>(List.of(Column.number(ResultsTable.INDEX)));
        columns.addAll(ResultsTable.columns(given));
        Table table = new Table(columns);
        indices.forEach(index -> {
            List<Object> row = new ArrayList<>(List.of(index));
            row.addAll(ResultsTable.cells(given, variants.space().get(index)));
            table.add(row);
        });
        return table;
    }

    /**
     * Checks everything that can be checked without running anything: the flow compiles, configs and parameters fit it,
     * metrics and charts name what exists, the folders can be written.
     *
     * @throws io.flowsweep.errors.InvalidInputException with all that is wrong
     */
    public void check(SweepOptions options) {
        CheckedSweep.of(spec, settings(options));
    }

    /** {@link #run(SweepOptions)} with the defaults. */
    public SweepRun run() {
        return run(SweepOptions.defaults());
    }

    /**
     * Checks everything, then starts the runs and returns at once.
     *
     * @throws io.flowsweep.errors.InvalidInputException with all that is wrong; then nothing was started
     */
    public SweepRun run(SweepOptions options) {
        return new SweepRun(Driver.start(CheckedSweep.of(spec, settings(options)), event -> tell(options, event)));
    }

    private Settings settings(SweepOptions options) {
        int wanted = options.parallel()
                .orElseGet(() -> spec.run()
                        .parallel()
                        .orElseGet(() -> Runtime.getRuntime().availableProcessors()));
        return new Settings(
                StoreLocation.find(options.store(), spec.file().getParent()),
                options.results().toAbsolutePath().normalize(),
                options.executor().orElse(spec.run().executor()),
                spec.run().exclusive() ? 1 : wanted);
    }

    private static void tell(SweepOptions options, SweepEvent event) {
        for (Consumer<SweepEvent> listener : options.listeners()) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a listener of the sweep failed", e);
            }
        }
    }

    /** {@code Sweep[matmul, 6 variants over cpu, dim]}. */
    @Override
    public String toString() {
        return "Sweep[" + name() + ", " + size() + " variants"
                + (axes().isEmpty()
                        ? ""
                        : " over "
                                + String.join(
                                        ", ", axes().stream().map(Axis::name).toList())) + "]";
    }
}
