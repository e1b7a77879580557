package io.flowsweep.events;

import io.flowsweep.codec.JsonObject;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.flow.TriggeredBy;
import io.flowsweep.plan.json.PlanReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the first line of a run as {@link io.flowsweep.codec.ValueCodec} does; why by hand, see {@link JsonObject}. */
final class RequestReader {

    private RequestReader() {}

    static RunRequested request(JsonObject json) {
        return new RunRequested(
                json.instant("at"),
                json.text("run"),
                owner(json.object("owner")),
                json.texts("tags"),
                settings(json.object("settings")),
                PlanReader.plan(json.object("plan")));
    }

    private static Owner owner(JsonObject json) {
        return new Owner(json.number("pid"), json.instant("started"), json.text("machine"));
    }

    private static RunSettings settings(JsonObject json) {
        return new RunSettings(
                json.integer("maxWorkers"),
                json.integer("maxSplits"),
                json.flag("keepGoing"),
                origin(json.optionalObject("origin")),
                surroundings(json.object("surroundings")),
                json.integersByName("pools"),
                trigger(json.optionalObject("trigger")));
    }

    private static Optional<TriggeredBy> trigger(Optional<JsonObject> asked) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        JsonObject json = asked.get();
        List<TriggerEvent> events = new ArrayList<>();
        for (JsonObject event : json.objects("events")) {
            events.add(new TriggerEvent(
                    event.text("name"),
                    event.text("id"),
                    event.instant("at"),
                    event.values("payload"),
                    event.optionalTexts("chain")));
        }
        return Optional.of(new TriggeredBy(
                json.text("deployment"),
                json.integer("version"),
                json.optionalInstant("planned"),
                List.copyOf(events)));
    }

    private static Optional<Origin> origin(Optional<JsonObject> json) {
        return json.isEmpty()
                ? Optional.empty()
                : Optional.of(new Origin(json.get().text("run"), json.get().optionalText("fromStep")));
    }

    private static Surroundings surroundings(JsonObject json) {
        return new Surroundings(
                json.optionalTextsByName("environment"),
                json.optionalText("workingDirectory"),
                jvm(json.optionalObject("jvm")),
                python(json.optionalObject("python")));
    }

    private static Optional<JvmSettings> jvm(Optional<JsonObject> json) {
        return json.isEmpty()
                ? Optional.empty()
                : Optional.of(new JvmSettings(
                        json.get().optionalText("home"), json.get().texts("options")));
    }

    private static Optional<PythonSettings> python(Optional<JsonObject> json) {
        return json.isEmpty()
                ? Optional.empty()
                : Optional.of(new PythonSettings(
                        json.get().optionalText("python"),
                        json.get().texts("requirements"),
                        json.get().texts("constraints"),
                        json.get().textsByName("local"),
                        json.get().texts("installed")));
    }
}
