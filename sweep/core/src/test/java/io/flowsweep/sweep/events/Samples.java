package io.flowsweep.sweep.events;

import io.flowsweep.events.Owner;
import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.SweepEvent.AttemptFailed;
import io.flowsweep.sweep.events.SweepEvent.Checkout;
import io.flowsweep.sweep.events.SweepEvent.CodeAccepted;
import io.flowsweep.sweep.events.SweepEvent.Controlled;
import io.flowsweep.sweep.events.SweepEvent.DeploymentChanged;
import io.flowsweep.sweep.events.SweepEvent.DeploymentStep;
import io.flowsweep.sweep.events.SweepEvent.EnvironmentFound;
import io.flowsweep.sweep.events.SweepEvent.Found;
import io.flowsweep.sweep.events.SweepEvent.MachineFound;
import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantDetached;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import io.flowsweep.sweep.events.SweepEvent.VariantsCounted;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import io.flowsweep.sweep.spec.MetricSpec.Goal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events of a sweep over {@code cpu} (numbers) and {@code backend} (texts) with the objective {@code perf}. */
public final class Samples {

    public static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    public static final List<SweepEvent> ONE_OF_EACH = List.of(
            complete(8),
            new VariantsCounted(START, 8),
            new VariantsAdded(START, 8, List.of(Map.of("config.cpu", 3L), Map.of("config.backend.name", "sqlite"))),
            new DeploymentChanged(
                    START,
                    "matmul-1a2b3c4d.cpu-1",
                    DeploymentStep.PLANNED,
                    Optional.of(1L),
                    Optional.of(0),
                    Optional.of("0.1.0.1")),
            new MachineFound(START, 2, 24L << 30, Optional.of("1 CPU and 512 MiB"), List.of("taskset", "watchdog")),
            new EnvironmentFound(
                    START,
                    "Linux 6.1 amd64",
                    "17.0.9",
                    Optional.of(new Checkout("9a".repeat(20), Optional.of("main"), true)),
                    Optional.of("1.0"),
                    Optional.of("cd".repeat(32))),
            new VariantStarted(
                    START,
                    0,
                    1,
                    "cpu=1,backend=streams",
                    "ab".repeat(32),
                    "run-0",
                    values(1L, "streams"),
                    2,
                    Optional.of("run-before"),
                    "seed=7"),
            new MetricReported(START, 0, 1, "run-0", "perf", 3, 41.5),
            new AttemptFailed(
                    START,
                    0,
                    1,
                    "run-0",
                    RunState.FAILED,
                    "out of memory: Java heap space",
                    FailureKind.MEMORY,
                    2.5,
                    Optional.of("memory 2 GiB"),
                    Optional.of(2L << 30)),
            new VariantFinished(
                    START,
                    0,
                    1,
                    "run-1",
                    RunState.STOPPED,
                    Map.of("perf", 42.0),
                    2.5,
                    Optional.of("why"),
                    Optional.of(FailureKind.USER),
                    3,
                    Optional.of("memory 2 GiB")),
            new VariantReused(
                    START,
                    2,
                    0,
                    "cpu=2,backend=streams",
                    "cd".repeat(32),
                    "run-9",
                    "other-0a1b2c3d",
                    values(2L, "streams"),
                    RunState.SUCCEEDED,
                    Map.of("perf", 43.0),
                    1.5,
                    Optional.empty(),
                    "0"),
            new VariantSkipped(START, 3, 0, "cpu=64,backend=streams", values(64L, "streams"), "needs 64 CPUs"),
            new VariantDetached(
                    START,
                    "cpu=3,backend=streams",
                    "ef".repeat(32),
                    0,
                    "run-7",
                    values(3L, "streams"),
                    RunState.SUCCEEDED,
                    Map.of("perf", 44.0),
                    1.5),
            new CodeAccepted(START, "12".repeat(32), "34".repeat(32)),
            new Controlled(START, ControlAction.CANCEL, Optional.of(5L)),
            new Warned(START, Optional.of(0L), "the metric \"loss\" is missing"),
            new SweepFinished(
                    START, Outcome.BUDGET_SPENT, Optional.of("its budget of 5 runs is spent"), Optional.of(3L)));

    private Samples() {}

    /** A start with every part that may be absent. */
    private static SweepStarted complete(long variants) {
        SweepStarted plain = started(variants);
        return new SweepStarted(
                plain.at(),
                plain.sweep(),
                plain.name(),
                plain.file(),
                plain.flow(),
                plain.variants(),
                Optional.of(true),
                plain.axes(),
                plain.details(),
                plain.metrics(),
                plain.objective(),
                Optional.of(Map.of("config.cpu", 1L)),
                plain.executor(),
                plain.parallel(),
                plain.store(),
                plain.owner(),
                3,
                4,
                Optional.of("1/2"),
                Optional.of("56".repeat(32)),
                Optional.of("12".repeat(32)),
                Optional.of("78".repeat(32)),
                Optional.of(new Found(12, 33, 1, 2, Optional.of("code: MatMul.java"), 1)),
                Optional.of("config.seed"));
    }

    public static SweepStarted started(long variants) {
        return new SweepStarted(
                START,
                "matmul-0a1b2c3d",
                "matmul",
                "/home/ada/sweeps/matmul.conf",
                "MatMul",
                variants,
                Optional.empty(),
                List.of(
                        new ValueColumn("config.cpu", "cpu", true),
                        new ValueColumn("config.backend", "backend", false)),
                List.of(new ValueColumn("config.variant_id", "config.variant_id", false)),
                List.of(
                        new MetricColumn("perf", Optional.of("1/s"), Optional.of(Goal.MAXIMIZE)),
                        new MetricColumn("loss", Optional.empty(), Optional.empty())),
                Optional.of("perf"),
                Optional.empty(),
                "process",
                2,
                "/home/ada/.flowsweep",
                new Owner(4711, START, "host"),
                1,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
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
                0,
                "cpu=" + cpu + ",backend=" + backend,
                "ab".repeat(32),
                "run-" + variant,
                values(cpu, backend),
                1,
                Optional.empty(),
                "0");
    }

    public static MetricReported reported(long variant, double step, double value) {
        return new MetricReported(START.plusSeconds(2), variant, 0, "run-" + variant, "perf", step, value);
    }

    public static VariantFinished succeeded(long variant, double perf) {
        return new VariantFinished(
                START.plusSeconds(3),
                variant,
                0,
                "run-" + variant,
                RunState.SUCCEEDED,
                Map.of("perf", perf),
                2.5,
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty());
    }

    public static VariantFinished ended(long variant, RunState state, String failure) {
        return new VariantFinished(
                START.plusSeconds(3),
                variant,
                0,
                "run-" + variant,
                state,
                Map.of(),
                2.5,
                Optional.ofNullable(failure),
                Optional.empty(),
                1,
                Optional.empty());
    }

    public static VariantSkipped skipped(long variant, Object cpu, Object backend, String reason) {
        return new VariantSkipped(
                START.plusSeconds(3), variant, 0, "cpu=" + cpu + ",backend=" + backend, values(cpu, backend), reason);
    }

    public static Warned warned(String message) {
        return new Warned(START.plusSeconds(3), Optional.of(0L), message);
    }

    public static SweepFinished finished(Outcome outcome) {
        return new SweepFinished(START.plusSeconds(4), outcome, Optional.empty(), Optional.empty());
    }
}
