package io.flowsweep.plots.render;

/**
 * How large a chart is laid out, in CSS pixels (1/96 inch); text has its fixed size in them.
 *
 * @param width from 200 to 10,000, both inclusive
 * @param height from 150 to 10,000, both inclusive
 * @param dpi dots of an image per inch, from 48 to 1,200, both inclusive: 96 gives one dot for each pixel. Formats without
 *     dots ignore it
 */
public record Size(int width, int height, int dpi) {

    /** Two dots for each pixel: sharp in print and on dense screens. */
    public static final int DEFAULT_DPI = 192;

    /** 900 × 540: fits a page's width and a notebook's cell. */
    public static final Size DEFAULT = new Size(900, 540);

    private static final int LEAST_WIDTH = 200;
    private static final int LEAST_HEIGHT = 150;
    private static final int MOST = 10_000;
    private static final int LEAST_DPI = 48;
    private static final int MOST_DPI = 1200;
    private static final double MOST_DOTS = 400e6;
    private static final double PIXELS_PER_INCH = 96;

    /** @throws IllegalArgumentException when a bound above is not kept, or there would be more than 400 million dots */
    public Size {
        if (width < LEAST_WIDTH || width > MOST || height < LEAST_HEIGHT || height > MOST) {
            throw new IllegalArgumentException("a chart is from " + LEAST_WIDTH + " × " + LEAST_HEIGHT + " to " + MOST
                    + " × " + MOST + ", but got " + width + " × " + height);
        }
        if (dpi < LEAST_DPI || dpi > MOST_DPI) {
            throw new IllegalArgumentException(
                    "a chart has from " + LEAST_DPI + " to " + MOST_DPI + " dots per inch, but got " + dpi);
        }
        double dots = width / PIXELS_PER_INCH * dpi * (height / PIXELS_PER_INCH * dpi);
        if (dots > MOST_DOTS) {
            throw new IllegalArgumentException(
                    width + " × " + height + " at " + dpi + " dots per inch is too large an image");
        }
    }

    /** With {@link #DEFAULT_DPI}. */
    public Size(int width, int height) {
        this(width, height, DEFAULT_DPI);
    }

    /** This size with so many dots per inch. */
    public Size withDpi(int dots) {
        return new Size(width, height, dots);
    }

    /** Dots of an image for each pixel, in both directions. */
    public double dotsPerPixel() {
        return dpi / PIXELS_PER_INCH;
    }
}
