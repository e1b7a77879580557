package io.flowsweep.plots.text;

import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Axis.Scale;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import io.flowsweep.plots.statistics.Interval;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One panel in characters: its marks, the y axis left of them, the x axis below. */
final class TextPanel {

    private static final List<String> SYMBOLS = List.of("●", "■", "▲", "◆", "▼", "○", "□", "△", "◇", "▽");
    private static final List<String> FILLINGS = List.of("█", "▓", "▒", "░");
    private static final List<String> SHADES = List.of("░", "▒", "▓", "█");
    private static final int WIDEST_NAMES = 24;
    private static final int X_AXIS = 3;

    /** Each has a line of its own. */
    static final int MOST_NAMES = 60;

    private final Panel panel;
    private final Canvas canvas;
    private final int left;
    private final int width;
    private final int height;
    private final TreeMap<Integer, String> upLabels;

    /** @param rows 6 at least */
    TextPanel(Panel panel, int columns, int rows) {
        this.panel = panel;
        canvas = new Canvas(columns, rows);
        height = rows - X_AXIS;
        upLabels = labels(panel.y(), height);
        int widest = upLabels.values().stream().mapToInt(Texts::width).max().orElse(0);
        left = Math.min(widest, Math.min(WIDEST_NAMES, columns / 3)) + 2;
        width = Math.max(4, columns - left - 1);
    }

    /** How many the names along the y axis take; 0 where that need not be. */
    static int rowsForNames(Panel panel) {
        int names = panel.y().categories().size();
        return names > 0 && names <= MOST_NAMES ? names + X_AXIS : 0;
    }

    String text() {
        panel.marks().forEach(this::draw);
        upLabels.forEach((place, name) -> {
            String cut = Texts.cutEnd(name, left - 2);
            canvas.write(left - 2 - Texts.width(cut), height - 1 - place, cut);
        });
        for (int row = 0; row < height; row++) {
            canvas.put(left - 1, row, "│");
        }
        canvas.write(left - 1, height, "└" + "─".repeat(width));
        along();
        String label = Texts.cutEnd(Texts.clean(panel.x().label()), width);
        canvas.write(left + (width - Texts.width(label)) / 2, height + 2, label);
        return canvas.text();
    }

    /** What tells a series from others. */
    static String symbol(Tone tone) {
        return switch (tone.kind()) {
            case SERIES -> SYMBOLS.get((int) tone.value() % SYMBOLS.size());
            case RAMP -> shade(tone);
            case REST -> "·";
            case INK -> "•";
        };
    }

    /** What an area is filled with. */
    static String filling(Tone tone) {
        return switch (tone.kind()) {
            case SERIES -> FILLINGS.get((int) tone.value() % FILLINGS.size());
            case RAMP -> shade(tone);
            case REST -> " ";
            case INK -> "█";
        };
    }

    private static String shade(Tone tone) {
        return SHADES.get((int) Math.min(SHADES.size() - 1.0, tone.value() * SHADES.size()));
    }

    private void along() {
        int taken = -1;
        for (var label : labels(panel.x(), width).entrySet()) {
            String text = Texts.cutEnd(label.getValue(), Math.max(4, width / 3));
            int start = Math.max(0, Math.min(width - Texts.width(text), label.getKey() - Texts.width(text) / 2));
            if (start > taken) {
                canvas.write(left + start, height + 1, text);
                taken = start + Texts.width(text);
            }
        }
    }

    /** Texts by their place, from 0 to {@code size} (exclusive). */
    private static TreeMap<Integer, String> labels(Axis axis, int size) {
        TreeMap<Integer, String> labels = new TreeMap<>();
        switch (axis.scale()) {
            case CATEGORY ->
                IntStream.range(0, axis.categories().size())
                        .forEach(i -> labels.put(
                                place(axis, i, size),
                                Texts.clean(axis.categories().get(i))));
            case LINEAR, LOG -> {
                List<Double> values = axis.ticks().isEmpty() ? ends(axis) : axis.ticks();
                values.forEach(v -> labels.put(place(axis, v, size), Numbers.rounded(v, 3)));
            }
            case HIDDEN -> {}
        }
        return labels;
    }

    private static List<Double> ends(Axis axis) {
        double middle = axis.scale() == Scale.LOG
                ? Math.sqrt(axis.low()) * Math.sqrt(axis.high())
                : axis.low() / 2 + axis.high() / 2;
        return List.of(axis.low(), middle, axis.high());
    }

    private void draw(Mark mark) {
        if (mark instanceof Mark.Line line) {
            line(line);
        } else if (mark instanceof Mark.Rects rects) {
            rects.rects().forEach(this::rect);
        } else if (mark instanceof Mark.Segments segments) {
            segments.segments().forEach(s -> dots(s.x0(), s.y0(), s.x1(), s.y1()));
        } else if (mark instanceof Mark.Labels labels) {
            labels.labels().forEach(this::label);
        }
    }

    private void line(Mark.Line line) {
        Point last = null;
        for (Point point : line.points()) {
            if (point.y().isEmpty()) {
                last = null;
                continue;
            }
            double y = point.y().getAsDouble();
            if (last != null && line.join() != Mark.Join.NONE) {
                double before = last.y().orElseThrow();
                double level = line.join() == Mark.Join.STEP ? before : y;
                dots(last.x(), before, point.x(), level);
                dots(point.x(), level, point.x(), y);
            }
            point.interval().ifPresent(interval -> whisker(line.spread(), point.x(), y, interval));
            last = point;
        }
        for (int i = 0; i < line.points().size(); i++) {
            Point point = line.points().get(i);
            boolean marked = line.marked() && line.join() != Mark.Join.DASHED;
            if (point.y().isPresent() && (marked || line.isAlone(i))) {
                canvas.put(
                        left + place(panel.x(), point.x(), width),
                        height - 1 - place(panel.y(), point.y().getAsDouble(), height),
                        symbol(line.tone()));
            }
        }
    }

    private void whisker(Mark.Spread spread, double x, double y, Interval interval) {
        switch (spread) {
            case WHISKERS -> dots(x, interval.low(), x, interval.high());
            case SIDEWAYS -> dots(interval.low(), y, interval.high(), y);
            case BAND -> {}
        }
    }

    private void rect(Mark.Rect rect) {
        int x0 = (int) Math.round(share(panel.x(), rect.x0()) * width);
        int x1 = Math.max(x0 + 1, (int) Math.round(share(panel.x(), rect.x1()) * width));
        int y0 = (int) Math.round(share(panel.y(), rect.y0()) * height);
        int y1 = (int) Math.round(share(panel.y(), rect.y1()) * height);
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                canvas.put(left + x, height - 1 - y, filling(rect.tone()));
            }
        }
        rect.text()
                .map(Texts::clean)
                .flatMap(text -> Stream.of(text, Texts.withoutSpread(text))
                        .filter(t -> Texts.width(t) <= x1 - x0 && y1 > y0)
                        .findFirst())
                .ifPresent(text ->
                        canvas.write(left + (x0 + x1 - Texts.width(text)) / 2, height - 1 - (y0 + y1) / 2, text));
    }

    private void label(Mark.Label label) {
        String text = Texts.clean(label.text());
        int x = left + place(panel.x(), label.x(), width);
        int y = height - 1 - place(panel.y(), label.y(), height);
        int length = Texts.width(text);
        switch (label.side()) {
            case LEFT -> x -= length + 1;
            case RIGHT -> x += 2;
            case ABOVE -> {
                x -= length / 2;
                y--;
            }
            case BELOW -> {
                x -= length / 2;
                y++;
            }
        }
        if (x >= left && y < height && canvas.isFree(x, y, length)) {
            canvas.write(x, y, text);
        }
    }

    private void dots(double x0, double y0, double x1, double y1) {
        int high = height * Canvas.DOTS_DOWN;
        canvas.line(across(x0), high - 1 - up(y0), across(x1), high - 1 - up(y1));
    }

    private double across(double x) {
        return (left + share(panel.x(), x) * width) * Canvas.DOTS_ACROSS;
    }

    private double up(double y) {
        return share(panel.y(), y) * height * Canvas.DOTS_DOWN;
    }

    private static int place(Axis axis, double value, int size) {
        return (int) Math.min(size - 1.0, Math.max(0, Math.floor(share(axis, value) * size)));
    }

    /** Where a value lies between the ends of its axis; held between 0 and 1. */
    private static double share(Axis axis, double value) {
        double share = axis.scale() == Scale.LOG
                ? Math.log(Math.max(value, axis.low()) / axis.low()) / Math.log(axis.high() / axis.low())
                : (value / 2 - axis.low() / 2) / (axis.high() / 2 - axis.low() / 2);
        return Math.min(1, Math.max(0, share));
    }
}
