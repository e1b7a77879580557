package io.flowsweep.plots.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.flowsweep.plots.model.Tone;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {

    private static final int SIDE = 400;
    private static final int COUNT = 20;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void looksTheSameStampedOrDrawn(int series) {
        Tone tone = Tone.series(series);
        BufferedImage drawn = image(tone, false);
        BufferedImage stamped = image(tone, true);

        assertThat(ink(stamped)).isCloseTo(ink(drawn), withinPercentage(2));
        for (int i = 0; i < COUNT; i++) {
            int middle = 2 * (int) place(i);
            assertThat(stamped.getRGB(middle, middle))
                    .isEqualTo(Palette.paint(tone).getRGB());
        }
    }

    private static double place(int i) {
        return 8 + 9.23 * i;
    }

    private static BufferedImage image(Tone tone, boolean stamps) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.scale(2, 2);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Marker.allowStamps(graphics, stamps ? 2 : 1);
        AffineTransform before = graphics.getTransform();
        Marker marker = new Marker(graphics, tone, COUNT);
        for (int i = 0; i < COUNT; i++) {
            marker.draw(place(i), place(i));
        }
        assertThat(graphics.getTransform()).isEqualTo(before);
        graphics.dispose();
        return image;
    }

    /** How much darker than paper the whole is. */
    private static double ink(BufferedImage image) {
        return IntStream.of(image.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE))
                .mapToLong(dot -> 765 - (dot >> 16 & 255) - (dot >> 8 & 255) - (dot & 255))
                .sum();
    }
}
