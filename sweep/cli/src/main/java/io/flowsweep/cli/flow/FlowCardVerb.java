package io.flowsweep.cli.flow;

import io.flowsweep.cli.input.Recorded;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.client.Run;
import io.flowsweep.client.TaskCard;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.flow.card.CardPart;
import io.flowsweep.sweep.cards.CardPage;
import io.flowsweep.sweep.cards.CardText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/** {@code flowsweep flow card}. */
final class FlowCardVerb {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final FlowCardCommand command;

    FlowCardVerb(FlowCardCommand command) {
        this.command = command;
    }

    int call() {
        RunPath path = RunPath.find(Recorded.at(command), command.path);
        if (command.page != null) {
            return write(path, command.page);
        }
        for (TaskCard card : present(path)) {
            command.print(command.json ? Json.write(json(card)) : text(card));
        }
        return ExitCodes.SUCCESS;
    }

    private int write(RunPath first, FlowCardCommand.Page page) {
        if (command.json) {
            throw new ParameterException(command.spec.commandLine(), "--json and --output exclude each other");
        }
        RunPath path = first;
        boolean follows = page.follow && !path.run().state().ended();
        while (follows && !path.run().state().ended()) {
            new CardPage(path.run(), cards(path), Optional.of(EVERY)).write(page.file);
            try {
                Thread.sleep(EVERY.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ExitCodes.ENDED_EARLY;
            }
            path = again(path);
        }
        CardPage.of(path.run(), follows ? cards(path) : present(path)).write(page.file);
        command.print(Texts.path(page.file.toAbsolutePath().normalize()));
        return ExitCodes.SUCCESS;
    }

    /** The same as it is now; by then another run may be the latest. */
    private RunPath again(RunPath path) {
        Run run = path.run();
        return RunPath.find(
                Recorded.at(command),
                run.flow() + "/" + run.id()
                        + path.step().map(step -> "/" + step.name()).orElse("")
                        + path.task().map(task -> "/" + task.id()).orElse(""));
    }

    private List<TaskCard> cards(RunPath path) {
        return path.tasks().stream()
                .flatMap(task -> task.cards().stream())
                .filter(card -> command.id == null || command.id.equals(card.id()))
                .toList();
    }

    /** At least one card. */
    private List<TaskCard> present(RunPath path) {
        List<TaskCard> cards = cards(path);
        if (!cards.isEmpty()) {
            return cards;
        }
        List<String> ids = path.tasks().stream()
                .flatMap(task -> task.cards().stream())
                .map(TaskCard::id)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            throw new InvalidInputException(
                    "nothing stands on a card of " + command.path
                            + (path.run().state().ended() ? "" : " yet"),
                    "",
                    path.run().plan().command().isEmpty()
                            ? "A step puts it there with current().card().append(…)"
                            : "Cards are made by flows in Java, and by steps of Metaflow with @card.");
        }
        throw new InvalidInputException(
                "no task of " + command.path + " has a card \"" + command.id + "\"",
                "",
                Suggestions.didYouMean(command.id, ids));
    }

    private static String text(TaskCard card) {
        return "== " + card.task().id() + ", card " + card.id() + "\n"
                + CardText.of(card, Terminal.detect().width());
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
