package io.flowsweep.cli.endtoend;

import io.flowsweep.codec.Json;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.engine.journal.Journal;
import io.flowsweep.sweep.events.SweepEvents;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The journal of a sweep that never ran, over three axes with two metrics; every fiftieth run failed. */
final class SyntheticSweep implements AutoCloseable {

    private static final String ID = "synthetic-0a1b2c3d";
    private static final String AT = "2026-11-25T10:00:00Z";
    private static final List<String> OPTIMIZERS = List.of("sgd", "adam", "lion", "muon");

    private final Path folder;
    private final Journal journal;

    SyntheticSweep(Path folder, long variants, int repeats) {
        this.folder = folder;
        this.journal = new Journal(FileStore.open(folder), StoreLayout.journal(ID, 0));
        append("SweepStarted", AT, start(folder, variants, repeats));
    }

    RecordedSweep recorded() {
        return RecordedSweep.of(Optional.of(folder), "");
    }

    /** Two events: a run starts and ends. */
    void run(long variant, int repeat) {
        double rate = Math.pow(10, -4 + variant % 100 / 25.0);
        String optimizer = OPTIMIZERS.get((int) (variant / 100 % 4));
        long depth = 1 + variant / 400;
        double noise = 0.01 * Math.sin(variant * 31.0 + repeat * 7);
        double accuracy = 0.9 - 0.05 * Math.abs(Math.log10(rate) + 2) + 0.001 * depth + noise;
        Map<String, Object> common =
                Map.of("variant", variant, "repeat", (long) repeat, "run", "run-" + variant + "-" + repeat);
        Map<String, Object> start = new LinkedHashMap<>(common);
        start.put("name", "rate=" + rate + ",optimizer=" + optimizer + ",depth=" + depth);
        start.put("identity", "ab".repeat(32));
        start.put("values", Map.of("config.rate", rate, "config.optimizer", optimizer, "config.depth", depth));
        start.put("attempt", 1L);
        start.put("repeatKey", String.valueOf(repeat));
        append("VariantStarted", Instant.now().toString(), start);
        boolean failed = variant % 50 == 0;
        Map<String, Object> end = new LinkedHashMap<>(common);
        end.put("state", failed ? "FAILED" : "SUCCEEDED");
        end.put("metrics", failed ? Map.of() : Map.of("accuracy", accuracy, "loss", 1 - accuracy + noise * noise));
        end.put("seconds", 2.5);
        end.put("failure", failed ? "IllegalStateException: the loss is not finite" : null);
        end.put("attempts", 1L);
        append("VariantFinished", Instant.now().toString(), end);
    }

    private static Map<String, Object> start(Path store, long variants, int repeats) {
        Map<String, Object> start = new LinkedHashMap<>();
        start.put("sweep", ID);
        start.put("name", "synthetic");
        start.put("file", store.resolve("synthetic.conf").toString());
        start.put("flow", "Training");
        start.put("variants", variants);
        start.put("axes", List.of(axis("rate", true), axis("optimizer", false), axis("depth", true)));
        start.put("details", List.of());
        start.put(
                "metrics",
                List.of(Map.of("name", "accuracy", "goal", "MAXIMIZE"), Map.of("name", "loss", "goal", "MINIMIZE")));
        start.put("objective", "accuracy");
        start.put("executor", "inline");
        start.put("parallel", 2L);
        start.put("store", store.toString());
        start.put("owner", Map.of("pid", 1L, "started", AT, "machine", "host"));
        start.put("repeats", (long) repeats);
        start.put("driver", 0L);
        return start;
    }

    private static Map<String, Object> axis(String name, boolean numeric) {
        return Map.of("path", "config." + name, "name", name, "numeric", numeric);
    }

    private void append(String event, String at, Map<String, Object> parts) {
        Map<String, Object> line = new LinkedHashMap<>(Map.of("v", 2L, "event", event, "at", at));
        line.putAll(parts);
        journal.append(SweepEvents.parse(Json.write(line)).orElseThrow());
    }

    @Override
    public void close() {
        journal.close();
    }
}
