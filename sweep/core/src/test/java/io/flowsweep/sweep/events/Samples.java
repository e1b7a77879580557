package io.flowsweep.sweep.events;

import io.flowsweep.events.Owner;
import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import io.flowsweep.sweep.file.MetricSpec.Goal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events of a sweep over {@code cpu} (numbers) and {@code backend} (texts) with the objective {@code perf}. */
public final class Samples {

    public static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private Samples() {}

    public static SweepStarted started(long variants) {
        return new SweepStarted(
                START,
                "matmul-0a1b2c3d",
                "matmul",
                "/work/sweeps/matmul.conf",
                "MatMul",
                variants,
                List.of(
                        new ValueColumn("config.cpu", "cpu", true),
                        new ValueColumn("config.backend", "backend", false)),
                List.of(new ValueColumn("config.variant_id", "config.variant_id", false)),
                List.of(
                        new MetricColumn("perf", Optional.of("1/s"), Optional.of(Goal.MAXIMIZE)),
                        new MetricColumn("loss", Optional.empty(), Optional.empty())),
                Optional.of("perf"),
                "process",
                2,
                "/work/.flowsweep",
                new Owner(4711, START, "host"));
    }

    public static Map<String, Object> values(Object cpu, Object backend) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("config.cpu", cpu);
        values.put("config.backend", backend);
        values.put("config.variant_id", cpu + "x" + backend);
        return values;
    }

    public static VariantStarted started(long variant, Object cpu, Object backend) {
        return new VariantStarted(
                START.plusSeconds(1),
                variant,
                "cpu=" + cpu + ",backend=" + backend,
                "ab".repeat(32),
                "run-" + variant,
                values(cpu, backend));
    }

    public static MetricReported reported(long variant, double step, double value) {
        return new MetricReported(START.plusSeconds(2), variant, "run-" + variant, "perf", step, value);
    }

    public static VariantFinished succeeded(long variant, double perf) {
        return new VariantFinished(
                START.plusSeconds(3),
                variant,
                "run-" + variant,
                RunState.SUCCEEDED,
                Map.of("perf", perf),
                2.5,
                Optional.empty());
    }

    public static VariantFinished ended(long variant, RunState state, String failure) {
        return new VariantFinished(
                START.plusSeconds(3), variant, "run-" + variant, state, Map.of(), 2.5, Optional.ofNullable(failure));
    }

    public static VariantSkipped skipped(long variant, Object cpu, Object backend, String reason) {
        return new VariantSkipped(
                START.plusSeconds(3), variant, "cpu=" + cpu + ",backend=" + backend, values(cpu, backend), reason);
    }

    public static Warned warned(String message) {
        return new Warned(START.plusSeconds(3), Optional.of(0L), message);
    }

    public static SweepFinished finished(Outcome outcome) {
        return new SweepFinished(START.plusSeconds(4), outcome, Optional.empty());
    }
}
