package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Texts;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the names of categories are written so that all can be read. Below a panel: side by side, else wrapped between words,
 * else slanted, else upright; the last two shortened to the room they have. Left of a panel: level and shortened. Where even
 * that is too dense, some are left out.
 */
final class Names {

    private static final FontRenderContext TEXT = new FontRenderContext(null, true, true);
    private static final Font FONT = Look.TICK;
    private static final double GAP = 8;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_LINES = 3;
    private static final double SLANTED_ROOM = 20;
    private static final double LEAST_ROOM = 15;

    private final List<List<String>> lines = new ArrayList<>();
    private final Direction direction;

    /** How a name lies. */
    enum Direction {
        LEVEL,
        SLANTED,
        UPRIGHT
    }

    /**
     * @param along pixels of the axis
     * @param across pixels that names may take across the axis
     * @param before pixels before the axis, into which a slanted name may reach
     * @param left whether the axis stands upright, left of the panel
     */
    Names(List<String> names, double along, double across, double before, boolean left) {
        List<String> clean = names.stream().map(Texts::clean).toList();
        double room = Math.max(1, along) / Math.max(1, names.size());
        direction = left ? Direction.LEVEL : direction(clean, room);
        int step = left || direction == Direction.UPRIGHT ? (int) Math.ceil(LEAST_ROOM / room) : 1;
        IntStream.range(0, clean.size()).forEach(i -> {
            if (i % step != 0) {
                lines.add(List.of());
            } else if (!left && direction == Direction.LEVEL) {
                lines.add(wrap(clean.get(i), room - GAP));
            } else {
                // a slanted name goes down and to the left, where it must not leave the chart
                double longest = direction == Direction.SLANTED
                        ? Math.min(before + room * (i + 0.5), across) * Math.sqrt(2) - 2 * GAP
                        : across;
                lines.add(List.of(fit(clean.get(i), longest)));
            }
        });
    }

    Direction direction() {
        return direction;
    }

    /** The lines of a name, from the top; empty when it is left out. */
    List<String> lines(int category) {
        return category >= 0 && category < lines.size() ? lines.get(category) : List.of();
    }

    /** The height that the names need below a panel. */
    double height() {
        double widest = width();
        return switch (direction) {
            case LEVEL ->
                lineHeight() * lines.stream().mapToInt(List::size).max().orElse(0);
            case SLANTED -> (widest + lineHeight()) / Math.sqrt(2);
            case UPRIGHT -> widest;
        };
    }

    /** The width of the longest line. */
    double width() {
        return lines.stream()
                .flatMap(List::stream)
                .mapToDouble(Names::width)
                .max()
                .orElse(0);
    }

    static double lineHeight() {
        return FONT.getLineMetrics("Xg", TEXT).getHeight();
    }

    static double width(String text) {
        return text.isEmpty() ? 0 : FONT.getStringBounds(text, TEXT).getWidth();
    }

    private static Direction direction(List<String> names, double room) {
        if (names.stream().allMatch(name -> wraps(name, room - GAP))) {
            return Direction.LEVEL;
        }
        return room >= SLANTED_ROOM ? Direction.SLANTED : Direction.UPRIGHT;
    }

    private static boolean wraps(String name, double most) {
        List<String> wrapped = wrap(name, most);
        return wrapped.size() <= MOST_LINES && wrapped.stream().allMatch(line -> width(line) <= most);
    }

    private static List<String> wrap(String name, double most) {
        List<String> wrapped = new ArrayList<>();
        String line = "";
        for (String word : Texts.cutMiddle(name, LONGEST_NAME).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer) <= most) {
                line = longer;
            } else {
                wrapped.add(line);
                line = word;
            }
        }
        wrapped.add(line);
        return wrapped;
    }

    private static String fit(String name, double longest) {
        String cut = Texts.cutMiddle(name, LONGEST_NAME);
        for (int most = Texts.length(cut) - 1; most >= 3 && width(cut) > longest; most--) {
            cut = Texts.cutMiddle(name, most);
        }
        return cut;
    }
}
