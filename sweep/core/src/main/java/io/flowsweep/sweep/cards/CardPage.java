package io.flowsweep.sweep.cards;

import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.client.TaskCard;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.card.CardPart;
import io.flowsweep.flow.card.Value;
import io.flowsweep.plots.AtomicFile;
import io.flowsweep.plots.UnableToWriteException;
import io.flowsweep.sweep.page.Html;
import io.flowsweep.sweep.page.PageResource;
import io.flowsweep.sweep.page.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cards as one HTML page that needs nothing else: styles, images and charts are in it, and its content policy keeps it from
 * loading or running anything. What tasks wrote is escaped.
 *
 * @param run whose cards they are
 * @param cards in the order in which they are shown
 * @param reload how often a browser loads the page again, in whole seconds, 1 at least; for a page that is written anew
 *     while the run goes on
 */
public record CardPage(Run run, List<TaskCard> cards, Optional<Duration> reload) {

    public CardPage {
        cards = List.copyOf(cards);
    }

    public static CardPage of(Run run, List<TaskCard> cards) {
        return new CardPage(run, cards, Optional.empty());
    }

    /** The page as text, from {@code <!DOCTYPE html>} on. */
    public String html() {
        StringBuilder page = new StringBuilder();
        page.append("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" \
                content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
                """);
        reload.ifPresent(every -> page.append(
                "<meta http-equiv=\"refresh\" content=\"%d\">\n".formatted(Math.max(1, every.toSeconds()))));
        page.append("<title>" + Html.escape(run.flow() + " · " + steps()) + "</title>\n");
        page.append("<style>\n" + PageResource.style() + PageResource.read(CardPage.class, "card.css")
                + "</style>\n</head>\n<body>\n");
        PartHtml parts = new PartHtml();
        cards.forEach(card -> section(page, parts, card));
        return page.append("</body>\n</html>\n").toString();
    }

    /**
     * Writes the page; the file appears whole, in place of what was there, and missing folders are created.
     *
     * @throws io.flowsweep.plots.UnableToWriteException when that fails
     */
    public void write(Path file) {
        try {
            AtomicFile.write(file, out -> out.write(html().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UnableToWriteException(file, e);
        }
    }

    private String steps() {
        return String.join(
                ", ", cards.stream().map(card -> card.task().step()).distinct().toList());
    }

    private void section(StringBuilder page, PartHtml parts, TaskCard card) {
        Task task = card.task();
        String state = task.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        page.append(
                "<article>\n<header><span class=\"state %s\">%s</span> <b>%s</b> · %s · %s%s<span class=\"when\">%s</span></header>\n"
                        .formatted(
                                Html.escape(state.replace(' ', '-')),
                                Html.escape(state),
                                Html.escape(run.flow()),
                                Html.escape(task.id()),
                                Html.escape("card " + card.id()),
                                task.attempt() > 0 ? " · attempt " + task.attempt() : "",
                                Html.escape("run " + run.id() + " · written " + Shown.time(card.changedAt()))));
        boolean row = false;
        for (CardPart part : card.parts().values()) {
            boolean value = part instanceof Value;
            page.append(value && !row ? "<div class=\"values\">\n" : !value && row ? "</div>\n" : "");
            page.append(parts.html(part));
            row = value;
        }
        page.append(row ? "</div>\n" : "");
        if (task.state() == RunState.FAILED) {
            task.failure().ifPresent(failure -> page.append(failure(failure)));
        }
        page.append("</article>\n");
    }

    private static String failure(Failure failure) {
        String summary = Html.escape(failure.summary());
        return failure.stack()
                .map(stack -> "<details class=\"failure\"><summary>" + summary + "</summary><pre>" + Html.escape(stack)
                        + "</pre></details>\n")
                .orElse("<p class=\"failure\">" + summary + "</p>\n");
    }
}
