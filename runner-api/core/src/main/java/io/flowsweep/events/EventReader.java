package io.flowsweep.events;

import io.flowsweep.codec.JsonObject;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.HostStarted;
import io.flowsweep.events.RunEvent.TaskStarted;
import io.flowsweep.events.RunEvent.TaskSucceeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the events that {@link EventWriter} writes for each run; why by hand, see there. */
final class EventReader {

    private EventReader() {}

    /** The event; empty when it is of another kind. */
    static Optional<RunEvent> read(String kind, Map<String, Object> plain) {
        JsonObject json = JsonObject.of(plain);
        return switch (kind) {
            case "RunRequested" -> {
                EarlierForms.complete(plain);
                yield Optional.of(RequestReader.request(json));
            }
            case "HostStarted" ->
                Optional.of(new HostStarted(json.instant("at"), json.number("pid"), json.text("java")));
            case "TaskStarted" ->
                Optional.of(new TaskStarted(
                        json.instant("at"),
                        json.text("task"),
                        json.text("key"),
                        json.text("step"),
                        json.integer("attempt")));
            case "TaskSucceeded" ->
                Optional.of(new TaskSucceeded(
                        json.instant("at"),
                        json.text("task"),
                        json.text("step"),
                        json.integer("attempt"),
                        artifacts(json.objects("artifacts"))));
            case "HostEnded" ->
                json.optionalValue("failure").isPresent()
                        ? Optional.empty()
                        : Optional.of(new HostEnded(
                                json.instant("at"), RunState.valueOf(json.text("state")), Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static List<Artifact> artifacts(List<JsonObject> all) {
        List<Artifact> artifacts = new ArrayList<>(all.size());
        for (JsonObject json : all) {
            artifacts.add(new Artifact(
                    json.text("name"), json.text("codec"), json.optionalValue("value"), json.optionalText("blob")));
        }
        return List.copyOf(artifacts);
    }
}
