package io.flowsweep.sweep.cards;

import io.flowsweep.flow.card.CardPart;
import io.flowsweep.flow.card.Chart;
import io.flowsweep.flow.card.Image;
import io.flowsweep.flow.card.Markdown;
import io.flowsweep.flow.card.Progress;
import io.flowsweep.flow.card.Table;
import io.flowsweep.flow.card.Value;
import io.flowsweep.sweep.page.Html;
import io.flowsweep.sweep.page.Shown;
import io.flowsweep.sweep.page.TableHtml;
import java.util.Locale;

/** Draws the parts of cards as HTML, for one page. */
final class PartHtml {

    private static final int MOST_ROWS = 1000;

    private int charts;

    String html(CardPart part) {
        if (part instanceof Markdown markdown) {
            return "<section class=\"markdown\">\n" + MarkdownHtml.html(markdown.text()) + "</section>\n";
        }
        if (part instanceof Table table) {
            return table(table);
        }
        if (part instanceof Image image) {
            return image(image);
        }
        if (part instanceof Progress progress) {
            return progress(progress);
        }
        if (part instanceof Value value) {
            return value(value);
        }
        if (part instanceof Chart chart) {
            return "<figure class=\"chart\">" + ChartSvg.svg(chart, "c" + ++charts + "-") + "</figure>\n";
        }
        return ""; // a chart of metrics is a chart by the time it is read
    }

    private static String table(Table card) {
        return TableHtml.of(PlotTables.of(card), MOST_ROWS);
    }

    private static String image(Image image) {
        String caption = Html.escape(image.caption().orElse(""));
        return "<figure><img src=\"data:%s;base64,%s\" alt=\"%s\">%s</figure>\n"
                .formatted(
                        image.mediaType(),
                        image.base64(),
                        caption,
                        caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>");
    }

    private static String progress(Progress progress) {
        String percent = String.format(Locale.ROOT, "%.1f", 100 * progress.fraction());
        return """
                <div class="progress">
                <div class="text"><span>%s</span><span>%s</span></div>
                <div class="bar" role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow="%s">\
                <div style="width:%s%%"></div></div>
                </div>
                """.formatted(
                Html.escape(progress.label().orElse("")), Html.escape(CardText.amount(progress)), percent, percent);
    }

    private static String value(Value value) {
        return "<div class=\"value\"><div class=\"title\">%s</div><div class=\"amount\">%s%s</div>%s</div>\n"
                .formatted(
                        Html.escape(value.title()),
                        Html.escape(Shown.value(value.value())),
                        value.unit()
                                .map(unit -> " <span class=\"unit\">" + Html.escape(unit) + "</span>")
                                .orElse(""),
                        value.note()
                                .map(note -> "<div class=\"note\">" + Html.escape(note) + "</div>")
                                .orElse(""));
    }
}
