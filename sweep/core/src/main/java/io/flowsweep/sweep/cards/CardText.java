package io.flowsweep.sweep.cards;

import io.flowsweep.client.TaskCard;
import io.flowsweep.flow.card.CardPart;
import io.flowsweep.flow.card.Chart;
import io.flowsweep.flow.card.Image;
import io.flowsweep.flow.card.Markdown;
import io.flowsweep.flow.card.Progress;
import io.flowsweep.flow.card.Table;
import io.flowsweep.flow.card.Value;
import io.flowsweep.plots.TextTable;
import io.flowsweep.sweep.page.Shown;

/** Cards for a terminal: markdown as it is written, tables and progress drawn with characters, charts as their last values. */
public final class CardText {

    private static final int BAR = 30;

    private CardText() {}

    /**
     * One card, each line ended by LF.
     *
     * @param width of the terminal in characters
     */
    public static String of(TaskCard card, int width) {
        StringBuilder text = new StringBuilder();
        card.parts().values().forEach(part -> text.append(part(part, width)).append('\n'));
        return text.toString();
    }

    private static String part(CardPart part, int width) {
        if (part instanceof Markdown markdown) {
            return markdown.text().strip() + "\n";
        }
        if (part instanceof Table table) {
            return TextTable.render(PlotTables.of(table), width);
        }
        if (part instanceof Progress progress) {
            int done = (int) Math.round(BAR * progress.fraction());
            return "[" + "#".repeat(done) + ".".repeat(BAR - done) + "] "
                    + progress.label().map(label -> label + ": ").orElse("") + amount(progress) + "\n";
        }
        if (part instanceof Value value) {
            return value.title() + " = " + Shown.value(value.value())
                    + value.unit().map(unit -> " " + unit).orElse("")
                    + value.note().map(note -> " (" + note + ")").orElse("") + "\n";
        }
        if (part instanceof Image image) {
            return "image" + image.caption().map(caption -> ": " + caption).orElse("") + " (" + image.mediaType() + ", "
                    + image.content().length + " bytes)\n";
        }
        if (part instanceof Chart chart) {
            return "chart: " + chart.title().map(title -> title + ", ").orElse("") + chart.y() + " over " + chart.x()
                    + chart.series().map(series -> " by " + series).orElse("") + ", "
                    + chart.data().rows().size() + " points\n";
        }
        return "";
    }

    /** {@code 3 of 10 epochs · 30 %}. */
    static String amount(Progress progress) {
        return Shown.value(progress.done()) + " of " + Shown.value(progress.total())
                + progress.unit().map(unit -> " " + unit).orElse("") + " · "
                + Math.round(100 * progress.fraction()) + " %";
    }
}
