package io.flowsweep.cli;

import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.client.TaskCard;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.flow.card.CardPart;
import io.flowsweep.sweep.cards.CardPage;
import io.flowsweep.sweep.cards.CardText;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code flowsweep flow card}. */
final class FlowCardVerb {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final FlowCardCommand command;
    private final TaskPath path;
    private final PrintWriter out;

    FlowCardVerb(FlowCardCommand command) {
        this.command = command;
        this.path = TaskPath.parse(command.path);
        this.out = command.spec.commandLine().getOut();
    }

    int call() {
        if (command.format.page != null) {
            return write(command.format.page);
        }
        for (TaskCard card : present(run())) {
            out.print(command.format.json ? Json.write(json(card)) + "\n" : text(card));
        }
        out.flush();
        return ExitCodes.SUCCESS;
    }

    private Run run() {
        return path.run(Optional.ofNullable(command.store));
    }

    private int write(FlowCardCommand.Page page) {
        Run run = run();
        boolean follows = page.follow && !run.state().ended();
        while (follows && !run.state().ended()) {
            new CardPage(run, cards(run), Optional.of(EVERY)).write(page.file);
            try {
                Thread.sleep(EVERY.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ExitCodes.ENDED_EARLY;
            }
            run = run();
        }
        CardPage.of(run, follows ? cards(run) : present(run)).write(page.file);
        out.println(Texts.path(page.file.toAbsolutePath().normalize()));
        out.flush();
        return ExitCodes.SUCCESS;
    }

    private List<TaskCard> cards(Run run) {
        List<TaskCard> cards = new ArrayList<>();
        for (Task task : path.tasks(run)) {
            cards.addAll(
                    command.id == null
                            ? task.cards()
                            : task.card(command.id).stream().toList());
        }
        return cards;
    }

    /** At least one card. */
    private List<TaskCard> present(Run run) {
        List<TaskCard> cards = cards(run);
        if (cards.isEmpty()) {
            List<String> ids = path.tasks(run).stream()
                    .flatMap(task -> task.cards().stream())
                    .map(TaskCard::id)
                    .distinct()
                    .toList();
            throw new InvalidInputException(
                    command.id == null
                            ? "nothing stands on a card of " + command.path
                                    + (run.state().ended() ? "" : " yet")
                            : "no task of " + command.path + " has a card \"" + command.id + "\"",
                    "",
                    ids.isEmpty()
                            ? "A step puts it there with current().card().append(…)"
                            : Suggestions.didYouMean(command.id, ids));
        }
        return cards;
    }

    private static String text(TaskCard card) {
        return "== " + card.task().id() + ", card " + card.id() + "\n"
                + CardText.of(card, Terminal.detect().width()) + "\n";
    }

    private static Map<String, Object> json(TaskCard card) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("task", card.task().id());
        json.put("step", card.task().step());
        json.put("state", card.task().state().name());
        json.put("attempt", card.task().attempt());
        json.put("card", card.id());
        json.put("changedAt", card.changedAt().toString());
        List<Object> parts = new ArrayList<>();
        card.parts().forEach((name, part) -> {
            Map<Object, Object> each = new LinkedHashMap<>(Map.of("name", name));
            each.putAll((Map<?, ?>) ValueCodec.encode(CardPart.class, part));
            parts.add(each);
        });
        json.put("parts", parts);
        return json;
    }
}
