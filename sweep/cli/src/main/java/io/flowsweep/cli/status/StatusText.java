package io.flowsweep.cli.status;

import io.flowsweep.cli.output.EndReport;
import io.flowsweep.cli.output.LocalTimes;
import io.flowsweep.cli.output.NextSteps;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.codec.Secrets;
import io.flowsweep.events.Owner;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.sweep.results.SweepSummary.FailureGroup;
import io.flowsweep.sweep.results.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a sweep on record stands, for people and for programs. */
final class StatusText {

    private static final int MOST = 12;

    private StatusText() {}

    /** {@code running}, {@code paused}, {@code completed}, {@code cancelled}, {@code lost}, … */
    static String state(RecordedSweep sweep) {
        return sweep.lost() ? "lost" : sweep.summary().stateText();
    }

    static String of(RecordedSweep sweep) {
        SweepSummary summary = sweep.summary();
        StringBuilder text = new StringBuilder(EndReport.line(summary)).append('\n');
        text.append("state    ").append(state(sweep)).append('\n');
        for (Owner driver : sweep.drivers().values()) {
            text.append("driver   process ")
                    .append(driver.pid())
                    .append(" on ")
                    .append(driver.machine())
                    .append(", since ")
                    .append(LocalTimes.text(sweep.startedAt()))
                    .append('\n');
        }
        if (sweep.lost()) {
            text.append("         ").append(lost(sweep)).append('\n');
        }
        text.append("store    ").append(Texts.path(sweep.store())).append('\n');
        if (!sweep.lost()) {
            running(sweep, text);
        }
        summary.failures().stream().limit(MOST).forEach(group -> failures(group, text));
        if (summary.failures().size() > MOST) {
            text.append("         and ")
                    .append(Texts.count(summary.failures().size() - MOST, "other message"))
                    .append('\n');
        }
        NextSteps.of(summary)
                .forEach(step -> text.append("next     ").append(step).append('\n'));
        return text.toString().stripTrailing();
    }

    /** Why nothing goes on, and the cure. */
    static String lost(RecordedSweep sweep) {
        return "its driver died before the end; " + NextSteps.resume(sweep.name()) + " goes on";
    }

    private static void running(RecordedSweep sweep, StringBuilder text) {
        List<TrialRecord> running = sweep.trials().running();
        running.stream().limit(MOST).forEach(trial -> {
            text.append("running  ").append(trial.id().variant()).append(' ').append(trial.label());
            trial.reported()
                    .ifPresent(value -> text.append("  ")
                            .append(value.metric())
                            .append('=')
                            .append(Texts.number(value.value()))
                            .append(" at ")
                            .append(Texts.number(value.step())));
            text.append(trial.attempts() > 1 ? "  attempt " + trial.attempts() : "")
                    .append('\n');
        });
        if (running.size() > MOST) {
            text.append("         and ").append(running.size() - MOST).append(" more\n");
        }
    }

    private static void failures(FailureGroup group, StringBuilder text) {
        text.append(group.run().isPresent() ? "failed   " : "skipped  ")
                .append(group.count())
                .append(" × ")
                .append(group.message())
                .append(", for example ")
                .append(group.example())
                .append('\n');
    }

    private static Map<String, Object> json(FailureGroup group) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("message", group.message());
        json.put("count", group.count());
        json.put("example", group.example());
        group.run().ifPresent(run -> json.put("run", run));
        return json;
    }

    static Map<String, Object> json(RecordedSweep sweep) {
        SweepSummary summary = sweep.summary();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sweep", sweep.id());
        json.put("name", sweep.name());
        json.put("file", sweep.file().toString());
        json.put(
                "overrides", sweep.overrides().stream().map(Secrets::maskedUrls).toList());
        json.put("started", sweep.startedAt().toString());
        json.put("state", state(sweep));
        json.put("variants", summary.variants());
        json.put("runs", summary.trials());
        json.put("succeeded", summary.succeeded());
        json.put("reused", summary.reused());
        json.put("failed", summary.failed());
        json.put("skipped", summary.skipped());
        json.put("terminated", summary.terminated());
        json.put("left", summary.left());
        summary.reason().ifPresent(reason -> json.put("reason", reason));
        summary.best()
                .ifPresent(best -> json.put(
                        "best", Map.of("metric", best.metric(), "value", best.value(), "variant", best.variant())));
        List<Object> running = new ArrayList<>();
        sweep.trials().running().forEach(trial -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("variant", trial.id().variant());
            one.put("repeat", trial.id().repeat());
            one.put("name", trial.name());
            trial.run().ifPresent(run -> one.put("run", run));
            running.add(one);
        });
        json.put("running", sweep.lost() ? List.of() : running);
        json.put("failures", summary.failures().stream().map(StatusText::json).toList());
        return json;
    }
}
