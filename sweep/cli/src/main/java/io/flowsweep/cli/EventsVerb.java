package io.flowsweep.cli;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.events.EventRecords;
import io.flowsweep.events.Events;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.plan.AutomationPlan.EventPlan;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.TextTable;
import io.flowsweep.store.Store;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code flowsweep events publish} and {@code ls}. */
final class EventsVerb {

    private static final int MOST_SHOWN = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final StoreInput command;
    private final Store store;

    EventsVerb(StoreInput command) {
        this.command = command;
        this.store = Recorded.store(command);
    }

    int publish(EventsCommand.Publish asked) {
        Map<String, Object> payload = payload(asked.payload);
        Events events = Events.of(store);
        TriggerEvent event =
                asked.id == null ? events.send(asked.name, payload) : events.send(asked.name, payload, asked.id);
        List<String> waitedFor = waitedFor();
        long deployments = waitedFor.stream().filter(asked.name::equals).count();
        command.tell(
                "published " + event.name() + " " + event.id(),
                Map.of("published", event.name(), "id", event.id(), "deployments", deployments));
        if (deployments == 0 && !command.json) {
            String meant = Suggestions.closest(asked.name, waitedFor)
                    .map(name -> ". Did you mean \"" + name + "\"?")
                    .orElse("");
            command.print("no deployment waits for it" + meant);
        }
        return ExitCodes.SUCCESS;
    }

    /** The events that deployments wait for, each once for each of them. */
    private List<String> waitedFor() {
        return Deployments.of(store).list().stream()
                .flatMap(flow -> flow.plan().automation().stream())
                .flatMap(automation -> automation.triggers().stream()
                        .flatMap(trigger -> trigger.events().stream())
                        .map(EventPlan::event)
                        .distinct())
                .toList();
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
        EventRecords records = new EventRecords(store);
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
                TIME.format(event.at()),
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
