package io.flowsweep.cli.endtoend;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.time.Duration;

/** Looks at the screen until a colour is on it; a program of its own, as a JVM sees one display at most. */
public final class ScreenProbe {

    private static final Duration LIMIT = Duration.ofSeconds(200);
    private static final int PAUSE_MILLIS = 100;

    private ScreenProbe() {}

    /** @param arguments the colour, in hexadecimal, and how many dots of it are wanted */
    public static void main(String[] arguments) throws Exception {
        int color = Integer.parseInt(arguments[0], 16);
        int wanted = Integer.parseInt(arguments[1]);
        Robot robot = new Robot();
        Dimension size = Toolkit.getDefaultToolkit().getScreenSize();
        long end = System.nanoTime() + LIMIT.toNanos();
        int found = 0;
        while (found < wanted && System.nanoTime() < end) {
            found = count(robot.createScreenCapture(new Rectangle(size)), color);
            robot.delay(PAUSE_MILLIS);
        }
        System.exit(found >= wanted ? 0 : 1);
    }

    private static int count(BufferedImage image, int color) {
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += (image.getRGB(x, y) & 0xffffff) == color ? 1 : 0;
            }
        }
        return found;
    }
}
