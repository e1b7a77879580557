package io.flowsweep.config;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How places in files are shown to people: {@code file:line}, the file relative to the working directory when below it. */
public final class SourcePlaces {

    private static final Pattern LINES = Pattern.compile("^(?:merge of )?(.*?)(?:: \\d+(?:-\\d+)?)?(?:,.*)?$");

    private SourcePlaces() {}

    public static String of(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path here = Path.of("").toAbsolutePath().normalize();
        return (absolute.startsWith(here) && !absolute.equals(here) ? here.relativize(absolute) : absolute).toString();
    }

    /** The place of a typesafe-config value; for one merged from several places, the first. */
    public static String of(ConfigOrigin origin) {
        if (origin.lineNumber() < 0) {
            return origin.description().replaceFirst("^(?:merge of )?(?:atKey\\([^)]*\\),)?", "");
        }
        Matcher lines = LINES.matcher(origin.description());
        String description = lines.matches() ? lines.group(1) : origin.description();
        return description + ":" + origin.lineNumber();
    }
}
