package io.flowsweep.plots.text;

import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Tone;
import io.flowsweep.plots.render.ChartRenderer;
import io.flowsweep.plots.render.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Charts for a terminal, in Unicode: lines in Braille dots, a symbol for each series, areas in block elements, without
 * colours. A file is as wide as the {@link Size} has room for characters of 9 × 18 pixels.
 */
public final class TextRenderer implements ChartRenderer {

    /** A blank at which no line is broken. */
    private static final char KEPT_TOGETHER = '\u00a0';

    private static final int LEAST_COLUMNS = 20;
    private static final int LEAST_ROWS = 8;
    private static final int CHARACTER_WIDTH = 9;
    private static final int CHARACTER_HEIGHT = 18;

    @Override
    public String format() {
        return "txt";
    }

    @Override
    public void render(ChartModel model, Size size, OutputStream out) throws IOException {
        String text = text(model, size.width() / CHARACTER_WIDTH, size.height() / CHARACTER_HEIGHT);
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /**
     * A chart in lines of at most so many columns.
     *
     * @param columns less than {@value #LEAST_COLUMNS} counts as that
     * @param rows of the panels together; less than {@value #LEAST_ROWS} a panel counts as that, and up to 60
     *     names of an axis have a line each. Title, legend and caption come on top
     */
    public static String text(ChartModel model, int columns, int rows) {
        int width = Math.max(LEAST_COLUMNS, columns);
        StringBuilder text = new StringBuilder();
        model.title().ifPresent(title -> line(text, title, width));
        if (model.message().isPresent()) {
            line(text, model.message().get(), width);
        } else {
            int each = Math.max(LEAST_ROWS, rows / model.panels().size());
            for (Panel panel : model.panels()) {
                heading(panel).ifPresent(h -> line(text, h, width));
                text.append(new TextPanel(panel, width, Math.max(each, TextPanel.rowsForNames(panel))).text());
            }
            model.legend().ifPresent(legend -> line(text, legend(legend), width));
        }
        line(text, model.caption(), width);
        return text.toString();
    }

    private static Optional<String> heading(Panel panel) {
        String label = panel.y().label();
        return panel.title()
                .map(title -> label.isEmpty() ? title : title + ": " + label)
                .or(() -> Optional.of(label).filter(l -> !l.isEmpty()));
    }

    private static String legend(Legend legend) {
        String label = legend.label().isEmpty() ? "" : legend.label() + ": ";
        List<Tone> ramp = List.of(Tone.ramp(0), Tone.ramp(0.3), Tone.ramp(0.6), Tone.ramp(1));
        return label
                + legend.ramp()
                        .map(r -> Numbers.rounded(r.low(), 3) + " "
                                + ramp.stream().map(TextPanel::filling).collect(Collectors.joining()) + " "
                                + Numbers.rounded(r.high(), 3))
                        .orElse("")
                + legend.entries().stream()
                        .map(e -> (e.symbol() == Legend.Symbol.AREA
                                        ? TextPanel.filling(e.tone())
                                        : e.symbol() == Legend.Symbol.DASHED ? "┄" : TextPanel.symbol(e.tone()))
                                + KEPT_TOGETHER
                                + e.name())
                        .collect(Collectors.joining("  "));
    }

    /** Wrapped between words. */
    private static void line(StringBuilder text, String content, int width) {
        String line = "";
        for (String word : Texts.clean(content).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && Texts.width(longer) > width) {
                text.append(line.replace(KEPT_TOGETHER, ' ')).append('\n');
                longer = word;
            }
            line = Texts.cutEnd(longer, width);
        }
        text.append(line.replace(KEPT_TOGETHER, ' ')).append('\n');
    }
}
