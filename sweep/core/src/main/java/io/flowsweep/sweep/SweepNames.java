package io.flowsweep.sweep;

import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the sweep that a person means: by nothing, {@code @-2}, a file, a name, an id, or the beginning of one of these. */
final class SweepNames {

    private static final String NONE = "No sweep has run there yet: name another store with --store DIR, or run one";

    private static final Pattern BACK = Pattern.compile("@-([1-9]\\d{0,5})");

    private final List<SweepStarted> newestFirst;
    private final String store;

    /** @param store where they are kept, for errors */
    SweepNames(List<SweepStarted> newestFirst, String store) {
        this.newestFirst = newestFirst;
        this.store = store;
    }

    /**
     * @param which empty for the newest; {@code @-1} for the newest, {@code @-2} for the one before it
     * @throws InvalidInputException when there is none, with the nearest, or when the beginning of a name is that of several
     */
    SweepStarted find(String which) {
        Matcher back = BACK.matcher(which.isEmpty() ? "@-1" : which);
        if (back.matches()) {
            int n = Integer.parseInt(back.group(1));
            if (n <= newestFirst.size()) {
                return newestFirst.get(n - 1);
            }
            throw new InvalidInputException(
                    newestFirst.isEmpty() ? "there is no sweep" : onRecord(newestFirst.size()),
                    store,
                    newestFirst.isEmpty() ? nearStores() : "List them with `flowsweep ls`; @-1 is the last");
        }
        return newestFirst.stream().filter(exactly(which)).findFirst().orElseGet(() -> byBeginning(which));
    }

    private static String onRecord(int sweeps) {
        return sweeps == 1 ? "there is only one sweep" : "there are only " + sweeps + " sweeps";
    }

    private SweepStarted byBeginning(String which) {
        List<SweepStarted> found = newestFirst.stream()
                .filter(s -> s.name().startsWith(which) || s.sweep().startsWith(which))
                .toList();
        List<String> names = found.stream().map(SweepStarted::name).distinct().toList();
        if (names.size() > 1) {
            throw new InvalidInputException(
                    names.size() + " sweeps begin with \"" + which + "\"",
                    store,
                    "Say which: " + String.join(", ", names));
        }
        if (found.isEmpty()) {
            List<String> all =
                    newestFirst.stream().map(SweepStarted::name).distinct().toList();
            throw new InvalidInputException(
                    "there is no sweep \"" + which + "\"",
                    store,
                    all.isEmpty() ? nearStores() : Suggestions.didYouMean(which, all));
        }
        return found.get(0);
    }

    /** A sweep file in a folder that is no checkout has its store beside it, which nobody finds from the folder above. */
    private String nearStores() {
        Path here = Path.of(store).toAbsolutePath();
        String name = here.getFileName().toString();
        try (Stream<Path> folders = Files.list(here.getParent())) {
            List<String> near = folders.map(folder -> folder.resolve(name))
                    .filter(other -> Files.isDirectory(other.resolve("sweeps")))
                    .map(SourcePlaces::of)
                    .sorted()
                    .toList();
            return near.isEmpty() ? NONE : "Sweeps have run near it: say --store " + String.join(" or ", near);
        } catch (IOException e) { // there is no such folder
            return NONE;
        }
    }

    private static Predicate<SweepStarted> exactly(String which) {
        String file = path(which);
        return s ->
                s.name().equals(which) || s.sweep().equals(which) || s.file().equals(file);
    }

    private static String path(String which) {
        try {
            return Path.of(which).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            return "";
        }
    }
}
