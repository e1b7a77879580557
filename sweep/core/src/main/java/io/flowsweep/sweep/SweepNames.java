package io.flowsweep.sweep;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the sweep that a person means: by nothing, {@code @-2}, a file, a name, an id, or the beginning of one of these. */
final class SweepNames {

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
                    newestFirst.isEmpty()
                            ? "No sweep has run there yet: name another store with --store DIR, or run one"
                            : "List them with `flowsweep ls`; @-1 is the last");
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
                    all.isEmpty()
                            ? "No sweep has run there yet: name another store with --store DIR, or run one"
                            : Suggestions.didYouMean(which, all));
        }
        return found.get(0);
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
