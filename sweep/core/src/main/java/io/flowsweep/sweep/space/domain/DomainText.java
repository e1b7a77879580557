package io.flowsweep.sweep.space.domain;

import io.flowsweep.codec.Json;
import io.flowsweep.errors.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes domains as a sweep file says them. */
public final class DomainText {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\*?{}\\[\\],]");

    private final Path folder;

    /** @param folder in which the file would stand, absolute */
    public DomainText(Path folder) {
        this.folder = folder;
    }

    /**
     * What stands behind the {@code =} of an axis.
     *
     * @param path the axis', for the error
     * @throws InvalidInputException when a file cannot say it
     */
    public String of(Domain domain, String path) {
        if (domain instanceof Values values) {
            return Json.write(values.values());
        }
        if (domain instanceof Range range) {
            return "{ from = " + range.from() + ", to = " + range.to() + ", step = " + range.step() + " }";
        }
        if (domain instanceof Linspace spaced) {
            return "{ linspace = [" + spaced.from() + ", " + spaced.to() + ", " + spaced.size() + "] }";
        }
        if (domain instanceof Geomspace spaced) {
            return "{ geomspace = [" + Json.write(spaced.from()) + ", " + Json.write(spaced.to()) + ", " + spaced.size()
                    + "] }";
        }
        if (domain instanceof Group group) {
            return "{ group = " + Json.write(pattern(group)) + " }";
        }
        throw unknown(path);
    }

    /** Exactly the files of a group. */
    private String pattern(Group group) {
        List<String> names = group.options().stream()
                .map(option -> SPECIAL.matcher(option.file().getFileName().toString())
                        .replaceAll(special -> Matcher.quoteReplacement("\\" + special.group())))
                .toList();
        String place =
                folder.relativize(group.options().get(0).file().getParent()).toString();
        String files = names.size() == 1 ? names.get(0) : "{" + String.join(",", names) + "}";
        return place.isEmpty() ? files : place + "/" + files;
    }

    /** Values that have no form in a file. */
    public static InvalidInputException unknown(String path) {
        return new InvalidInputException(
                "axis \"" + path + "\": a sweep file cannot say these values",
                "",
                "List them, or use a range, linspace, geomspace or a distribution.");
    }
}
