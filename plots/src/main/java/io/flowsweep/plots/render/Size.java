package io.flowsweep.plots.render;

/**
 * How large a chart is laid out, in CSS pixels (1/96 inch); text has its fixed size in them.
 *
 * @param width from 200 to 10,000, both inclusive
 * @param height from 150 to 10,000, both inclusive
 */
public record Size(int width, int height) {

    /** 900 × 540: fits a page's width and a notebook's cell. */
    public static final Size DEFAULT = new Size(900, 540);

    private static final int LEAST_WIDTH = 200;
    private static final int LEAST_HEIGHT = 150;
    private static final int MOST = 10_000;

    /** @throws IllegalArgumentException when a bound above is not kept */
    public Size {
        if (width < LEAST_WIDTH || width > MOST || height < LEAST_HEIGHT || height > MOST) {
            throw new IllegalArgumentException("a chart is from " + LEAST_WIDTH + " × " + LEAST_HEIGHT + " to " + MOST
                    + " × " + MOST + ", but got " + width + " × " + height);
        }
    }
}
