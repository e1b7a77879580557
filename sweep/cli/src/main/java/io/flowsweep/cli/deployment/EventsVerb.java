package io.flowsweep.cli.deployment;

import io.flowsweep.cli.input.Recorded;
import io.flowsweep.cli.input.StoreInput;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.LocalTimes;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.events.EventRecords;
import io.flowsweep.events.Events;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.TextTable;
import io.flowsweep.scheduler.Audience;
import io.flowsweep.store.Store;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code flowsweep events publish} and {@code ls}. */
final class EventsVerb {

    private static final int MOST_SHOWN = 20;
    private final StoreInput command;
    private final Store store;
    private final EventRecords records;

    EventsVerb(StoreInput command) {
        this.command = command;
        this.store = Recorded.store(command);
        this.records = new EventRecords(store);
    }

    int publish(EventsCommand.Publish asked) {
        String id = asked.id == null ? UUID.randomUUID().toString() : asked.id;
        TriggerEvent event = new TriggerEvent(asked.name, id, Instant.now(), payload(asked.payload));
        if (asked.id != null && records.isKnown(event)) {
            command.tell(
                    "an event " + event.name() + " " + id + " is on record already; the first counts",
                    Map.of("known", event.name(), "id", id));
            return ExitCodes.SUCCESS;
        }
        Audience audience = Audience.of(store, event);
        tellUnfit(event, audience);
        records.publish(event);
        command.tell(
                "published " + event.name() + " " + id,
                Map.of(
                        "published",
                        event.name(),
                        "id",
                        id,
                        "deployments",
                        (long) audience.taking().size(),
                        "unfit",
                        audience.unfit()));
        if (audience.taking().isEmpty() && !command.json) {
            command.print(nobody(event, audience));
        }
        return ExitCodes.SUCCESS;
    }

    /** @throws InvalidInputException when no deployment that takes the event can do with its payload */
    private void tellUnfit(TriggerEvent event, Audience audience) {
        Map<String, String> unfit = audience.unfit();
        if (!unfit.isEmpty() && unfit.keySet().containsAll(audience.taking())) {
            throw new InvalidInputException(unfit.entrySet().stream()
                    .map(each -> Problem.of(
                            "its payload does not fit " + each.getKey() + ": " + each.getValue(),
                            event.name(),
                            "Nothing was published."))
                    .toList());
        }
        PrintWriter err = command.spec.commandLine().getErr();
        unfit.forEach((deployment, problem) -> err.println("warning: " + deployment + " will not run: " + problem));
    }

    private static String nobody(TriggerEvent event, Audience audience) {
        if (!audience.waiting().isEmpty()) {
            return String.join(", ", audience.waiting()) + ": paused, or made for other payloads; no run is started";
        }
        return "no deployment waits for it"
                + Suggestions.closest(event.name(), audience.events())
                        .map(name -> ". Did you mean \"" + name + "\"?")
                        .orElse("");
    }

    private static Map<String, Object> payload(String text) {
        try {
            return Json.parseObject(text);
        } catch (CodecException e) {
            throw new InvalidInputException(
                    "the payload is no JSON object: " + e.getMessage(), "--payload " + text, "Write {\"key\": value}.");
        }
    }

    int list(EventsCommand.Ls asked) {
        List<TriggerEvent> waiting = records.waiting();
        List<TriggerEvent> all = records.all();
        int most = asked.most != null ? asked.most : command.json ? all.size() : MOST_SHOWN;
        List<TriggerEvent> shown = all.subList(Math.max(0, all.size() - most), all.size());
        if (command.json) {
            shown.forEach(event -> command.print(json(event, waiting.contains(event))));
            return ExitCodes.SUCCESS;
        }
        Table table = new Table(Stream.of("published", "event", "id", "scheduler", "payload")
                .map(Column::text)
                .toList());
        shown.forEach(event -> table.add(List.of(
                LocalTimes.text(event.at()),
                event.name(),
                event.id(),
                waiting.contains(event) ? "waits for one" : "delivered",
                Json.write(event.payload()))));
        command.print(
                shown.isEmpty()
                        ? "No event is on record in " + Events.of(store) + "."
                        : TextTable.render(table, Terminal.detect().width()).stripTrailing());
        return ExitCodes.SUCCESS;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(TriggerEvent event, boolean waits) {
        Map<String, Object> json = (Map<String, Object>) ValueCodec.encode(TriggerEvent.class, event);
        json.put("delivered", !waits);
        return json;
    }
}
