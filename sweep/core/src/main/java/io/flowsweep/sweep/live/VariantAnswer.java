package io.flowsweep.sweep.live;

import io.flowsweep.client.Run;
import io.flowsweep.codec.Json;
import io.flowsweep.plots.text.JsonRenderer;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.page.Shown;
import io.flowsweep.sweep.results.TrialRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everything about one run of a variant: how it stands, what it was given, what it has reported, printed and put on cards. */
final class VariantAnswer implements Answer {

    private final LiveSweep sweep;
    private final BaseDifference difference;
    private TrialId commanded;
    private String command;

    VariantAnswer(LiveSweep sweep) {
        this.sweep = sweep;
        this.difference = new BaseDifference(sweep.recorded());
    }

    @Override
    public void to(Question question, Reply reply) throws IOException {
        RecordedSweep recorded = sweep.recorded();
        TrialId id = new TrialId(question.number("variant"), (int) question.number("repeat"));
        TrialRecord trial = recorded.trials()
                .find(id)
                .orElseThrow(() -> new BadQuestionException(404, "variant " + id.variant() + " has not been started"));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("variant", id.variant());
        json.put("repeat", (long) id.repeat());
        json.put("name", trial.label());
        json.put("state", trial.state().name().toLowerCase(Locale.ROOT));
        json.put("attempts", (long) trial.attempts());
        trial.failure().ifPresent(failure -> json.put("failure", failure));
        json.put("metrics", metrics(trial));
        json.put("repeats", repeats(id));
        json.put("command", command(trial));
        json.put("config", difference.of(id.variant()));
        recorded.run(trial).ifPresent(run -> addRun(run, json));
        reply.json(text(json, recorded.run(trial)));
    }

    /** Of one trial it is found out once: the sweep's files are compared with what they were. */
    private synchronized String command(TrialRecord trial) {
        if (!trial.id().equals(commanded)) {
            commanded = trial.id();
            command = sweep.recorded().origin().reproduction(trial, Optional.empty());
        }
        return command;
    }

    private static void addRun(Run run, Map<String, Object> json) {
        json.put("run", run.id());
        json.put("took", Shown.duration(run.duration()));
        run.failureDetails().flatMap(failure -> failure.stack()).ifPresent(stack -> json.put("stack", stack));
        json.put("log", LastPrinted.of(run));
        json.put("cards", CardsAnswer.has(run));
    }

    /** The curves are charts, whose text is JSON already. */
    private static String text(Map<String, Object> json, Optional<Run> run) {
        String text = Json.write(json);
        String curves = run.map(LearningCurves::of).orElse(List.of()).stream()
                .map(JsonRenderer::text)
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        return text.substring(0, text.length() - 1) + ",\"curves\":[" + curves + "]}";
    }

    private static Map<String, Object> metrics(TrialRecord trial) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        trial.metrics().forEach((name, value) -> metrics.put(name, Shown.value(value)));
        trial.reported()
                .ifPresent(
                        r -> metrics.putIfAbsent(r.metric(), Shown.value(r.value()) + " at " + Shown.value(r.step())));
        return metrics;
    }

    /** The repeats of the variant that were ever started. */
    private List<Object> repeats(TrialId id) {
        List<Object> repeats = new ArrayList<>();
        for (int repeat = 0; repeat < sweep.recorded().start().repeats(); repeat++) {
            if (sweep.recorded()
                    .trials()
                    .find(new TrialId(id.variant(), repeat))
                    .isPresent()) {
                repeats.add((long) repeat);
            }
        }
        return repeats;
    }
}
