package io.flowsweep.cli.endtoend;

import io.flowsweep.events.Owner;
import io.flowsweep.events.RunState;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.engine.Journal;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.file.MetricSpec.Goal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The journal of a sweep that never ran, over three axes with two metrics; every fiftieth run failed. */
final class SyntheticSweep implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    private static final String ID = "synthetic-0a1b2c3d";
    private static final List<String> OPTIMIZERS = List.of("sgd", "adam", "lion", "muon");

    private final Path folder;
    private final Journal journal;

    SyntheticSweep(Path folder, long variants, int repeats) {
        this.folder = folder;
        this.journal = new Journal(FileStore.open(folder), StoreLayout.journal(ID, 0));
        journal.append(start(folder, variants, repeats));
    }

    RecordedSweep recorded() {
        return RecordedSweep.of(Optional.of(folder), "");
    }

    /** Two events: a run starts and ends. */
    void run(long variant, int repeat) {
        double rate = Math.pow(10, -4 + variant % 100 / 25.0);
        String optimizer = OPTIMIZERS.get((int) (variant / 100 % 4));
        long depth = 1 + variant / 400;
        double accuracy = 0.9
                - 0.05 * Math.abs(Math.log10(rate) + 2)
                + 0.01 * Math.sin(variant * 31 + repeat * 7)
                + 0.001 * depth;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("config.rate", rate);
        values.put("config.optimizer", optimizer);
        values.put("config.depth", depth);
        String run = "run-" + variant + "-" + repeat;
        boolean failed = variant % 50 == 0;
        journal.append(new VariantStarted(
                Instant.now(),
                variant,
                repeat,
                "rate=" + rate + ",optimizer=" + optimizer + ",depth=" + depth,
                "ab".repeat(32),
                run,
                values,
                1,
                Optional.empty(),
                String.valueOf(repeat)));
        journal.append(new VariantFinished(
                Instant.now(),
                variant,
                repeat,
                run,
                failed ? RunState.FAILED : RunState.SUCCEEDED,
                failed ? Map.of() : Map.of("accuracy", accuracy, "loss", 1 - accuracy + 0.001 * Math.cos(variant)),
                2.5,
                failed ? Optional.of("IllegalStateException: the loss is not finite") : Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty()));
    }

    private static SweepStarted start(Path store, long variants, int repeats) {
        return new SweepStarted(
                START,
                ID,
                "synthetic",
                store.resolve("synthetic.conf").toString(),
                "Training",
                variants,
                List.of(
                        new ValueColumn("config.rate", "rate", true),
                        new ValueColumn("config.optimizer", "optimizer", false),
                        new ValueColumn("config.depth", "depth", true)),
                List.of(),
                List.of(
                        new MetricColumn("accuracy", Optional.empty(), Optional.of(Goal.MAXIMIZE)),
                        new MetricColumn("loss", Optional.empty(), Optional.of(Goal.MINIMIZE))),
                Optional.of("accuracy"),
                Optional.empty(),
                "inline",
                2,
                store.toString(),
                new Owner(1, START, "host"),
                repeats,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void close() {
        journal.close();
    }
}
