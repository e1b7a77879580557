package io.flowsweep.dependencies;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Something that happens while libraries or environments are made ready; not told of those that are known and here. */
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

    /**
     * An environment of Python is being made.
     *
     * @param environment what was asked for
     * @param installer {@code uv} or {@code pip}
     */
    record Building(String environment, String installer) implements DependencyEvent {
        @Override
        public String toString() {
            return "building an environment of " + environment + " (" + installer + ")";
        }
    }

    /** An environment is being made by another process, whose end is waited for. */
    record Waiting(String environment) implements DependencyEvent {
        @Override
        public String toString() {
            return "waiting for another process that builds an environment of " + environment;
        }
    }

    /** The installer of an environment says what it does. */
    record Installing(String what) implements DependencyEvent {
        @Override
        public String toString() {
            return what;
        }
    }

    /** @param packages how many are installed */
    record Built(String environment, int packages, Duration took) implements DependencyEvent {
        @Override
        public String toString() {
            return "built an environment of " + environment + ": " + packages
                    + (packages == 1 ? " package" : " packages")
                    + String.format(Locale.ROOT, ", in %.1f s", took.toMillis() / 1000.0);
        }
    }

    private static String megabytes(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1000) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
