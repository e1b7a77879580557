package io.flowsweep.cli.output;

import io.flowsweep.sweep.page.Shown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Values as people read them. */
public final class Texts {

    private Texts() {}

    /** {@code 5.1 s}, {@code 2 min 05 s} or {@code 3 h 07 min}. */
    public static String duration(Duration duration) {
        return Shown.duration(duration);
    }

    public static String duration(double seconds) {
        return duration(Duration.ofNanos((long) (seconds * 1e9)));
    }

    /** At most 4 significant digits where there are decimals; integers whole. One for each variant, so mostly without a formatter. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        if (!(size >= 1e-3 && size < 1e9)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** {@code 1 variant}, {@code 2 variants}. */
    public static String count(long n, String noun) {
        return Shown.count(n, noun);
    }

    /** As short as it can be said from the working directory. */
    public static String path(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }

    /** The text cut to a width, with an ellipsis when something is missing. */
    public static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }
}
