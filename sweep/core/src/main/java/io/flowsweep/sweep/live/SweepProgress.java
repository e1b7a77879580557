package io.flowsweep.sweep.live;

import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.page.Shown;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.sweep.results.TrialRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the sweep stands, as plain values for JSON. */
final class SweepProgress {

    private static final int MOST_RUNNING = 40;
    private static final int MOST_FAILURES = 50;
    private static final int MOST_LETTERS = 2000;

    private SweepProgress() {}

    static Map<String, Object> of(LiveSweep live) {
        RecordedSweep sweep = live.recorded();
        SweepSummary summary = sweep.summary();
        boolean driven = live.driven();
        Instant now = Instant.now();
        Duration elapsed = summary.elapsed();
        if (driven && summary.outcome().isEmpty()) {
            Duration since = Duration.between(sweep.lastEventAt(), now);
            elapsed = elapsed.plus(since.isNegative() ? Duration.ZERO : since);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", live.version());
        json.put("rows", live.rowsVersion());
        json.put("state", driven || summary.outcome().isPresent() ? summary.stateText() : "lost");
        json.put("driven", driven);
        json.put("paused", summary.paused());
        json.put("trials", summary.trials());
        json.put("done", summary.done());
        json.put("succeeded", summary.succeeded());
        json.put("reused", summary.reused());
        json.put("failed", summary.failed());
        json.put("skipped", summary.skipped());
        json.put("terminated", summary.terminated());
        json.put("running", driven ? (long) summary.running() : 0L);
        json.put("left", summary.left());
        json.put("elapsed", Shown.duration(elapsed));
        if (driven && summary.outcome().isEmpty() && !summary.paused()) {
            summary.remaining(now).ifPresent(left -> json.put("eta", Shown.duration(left)));
        }
        summary.reason().ifPresent(reason -> json.put("reason", reason));
        summary.best().ifPresent(best -> json.put("best", best(best)));
        json.put("underWay", driven ? running(sweep) : List.of());
        json.put("failures", failures(summary));
        json.put("failureKinds", (long) summary.failures().size());
        return json;
    }

    private static Map<String, Object> best(SweepSummary.Best best) {
        return Map.of(
                "metric",
                best.metric(),
                "value",
                Shown.value(best.value()) + best.unit().map(unit -> " " + unit).orElse(""),
                "variant",
                best.variant());
    }

    private static List<Object> running(RecordedSweep sweep) {
        return sweep.trials().running().stream()
                .limit(MOST_RUNNING)
                .<Object>map(SweepProgress::running)
                .toList();
    }

    private static Map<String, Object> running(TrialRecord trial) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("variant", trial.id().variant());
        one.put("repeat", (long) trial.id().repeat());
        one.put("name", trial.label());
        trial.reported()
                .ifPresent(r -> one.put(
                        "reported", r.metric() + " " + Shown.value(r.value()) + " at " + Shown.value(r.step())));
        return one;
    }

    private static List<Object> failures(SweepSummary summary) {
        return summary.failures().stream()
                .limit(MOST_FAILURES)
                .<Object>map(group -> Map.of(
                        "count",
                        group.count(),
                        "what",
                        group.run().isPresent() ? "failed" : "skipped",
                        "message",
                        Shown.cut(group.message(), MOST_LETTERS),
                        "example",
                        group.example()))
                .toList();
    }
}
