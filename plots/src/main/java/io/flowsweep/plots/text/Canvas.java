package io.flowsweep.plots.text;

import io.flowsweep.plots.internal.Texts;
import java.util.Arrays;

/** A grid of characters on which lines are drawn in Braille dots, two by four a character, under whatever is written. */
final class Canvas {

    static final int DOTS_ACROSS = 2;
    static final int DOTS_DOWN = 4;

    private static final char NO_DOTS = '\u2800';
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final int columns;
    private final String[][] cells;
    private final int[][] dots;

    Canvas(int columns, int rows) {
        this.columns = columns;
        cells = new String[rows][columns];
        dots = new int[rows][columns];
    }

    int rows() {
        return cells.length;
    }

    void dot(int x, int y) {
        int row = Math.floorDiv(y, DOTS_DOWN);
        int column = Math.floorDiv(x, DOTS_ACROSS);
        if (row >= 0 && row < rows() && column >= 0 && column < columns) {
            dots[row][column] |= BITS[y % DOTS_DOWN][x % DOTS_ACROSS];
        }
    }

    /** A straight line of dots (Bresenham, 1965, by equal steps). */
    void line(double x0, double y0, double x1, double y1) {
        int steps = (int) Math.min(4000, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
        for (int i = 0; i <= steps; i++) {
            double share = steps == 0 ? 0 : (double) i / steps;
            dot((int) Math.floor(x0 + (x1 - x0) * share), (int) Math.floor(y0 + (y1 - y0) * share));
        }
    }

    /** One character wide. */
    void put(int column, int row, String symbol) {
        if (row >= 0 && row < rows() && column >= 0 && column < columns) {
            cells[row][column] = symbol;
        }
    }

    /** What does not fit is left out. */
    void write(int column, int row, String text) {
        int at = column;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            String symbol = text.substring(i, text.offsetByCodePoints(i, 1));
            int width = Texts.width(symbol);
            if (width == 0 || at < 0 || at + width > columns) {
                at += width;
                continue;
            }
            put(at, row, symbol);
            for (int rest = 1; rest < width; rest++) {
                put(at + rest, row, "");
            }
            at += width;
        }
    }

    /** Whether nothing is written or drawn in those characters. */
    boolean isFree(int column, int row, int width) {
        return row >= 0
                && row < rows()
                && column >= 0
                && column + width <= columns
                && Arrays.stream(cells[row], column, column + width).allMatch(c -> c == null)
                && Arrays.stream(dots[row], column, column + width).allMatch(d -> d == 0);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String symbol = cells[row][column];
                line.append(
                        symbol != null
                                ? symbol
                                : dots[row][column] == 0 ? " " : String.valueOf((char) (NO_DOTS + dots[row][column])));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
