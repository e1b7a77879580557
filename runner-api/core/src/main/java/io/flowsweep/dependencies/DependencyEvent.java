package io.flowsweep.dependencies;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Something that happens while libraries are resolved; not told of a set whose jars are all known and here. */
public sealed interface DependencyEvent {

    /** As a line for people. */
    @Override
    String toString();

    /** @param packages what is asked for */
    record Resolving(List<String> packages) implements DependencyEvent {
        @Override
        public String toString() {
            return "resolving " + String.join(", ", packages);
        }
    }

    /**
     * A jar is being fetched.
     *
     * @param bytes its size; negative when the repository does not say
     */
    record Fetching(String file, String repository, long bytes) implements DependencyEvent {
        @Override
        public String toString() {
            return "fetching " + file + (bytes < 0 ? "" : " (" + megabytes(bytes) + ")") + " from " + repository;
        }
    }

    /** @param file that was missing or damaged, and is here again */
    record Mended(String file) implements DependencyEvent {
        @Override
        public String toString() {
            return file + " was missing or damaged and has been fetched again";
        }
    }

    /**
     * A set is resolved.
     *
     * @param jars how many
     * @param bytes of all jars together
     * @param fetched bytes that came over the network
     */
    record Resolved(List<String> packages, int jars, long bytes, long fetched, Duration took)
            implements DependencyEvent {
        @Override
        public String toString() {
            return "resolved " + String.join(", ", packages) + ": " + jars + (jars == 1 ? " jar, " : " jars, ")
                    + megabytes(bytes)
                    + (fetched > 0 ? ", fetched " + megabytes(fetched) : ", all in the local repository")
                    + String.format(Locale.ROOT, ", in %.1f s", took.toMillis() / 1000.0);
        }
    }

    private static String megabytes(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1000) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
