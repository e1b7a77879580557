package io.flowsweep.executor.process;

import io.flowsweep.executor.jvm.Jdk;
import io.flowsweep.runtime.HostRehearsal;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The class-data archive of the host's own classes, which lets a host's JVM start in about half the time. It is kept in the
 * user's cache folder for each build of a JVM and each state of the class path, so that a JDK that is upgraded in its place or a jar
 * that changes asks for another; and made in the background, by a process that may outlive this one for a moment, when the first
 * host is started without it. {@code FLOWSWEEP_CDS=off} turns it off; so does anything that goes wrong with it.
 *
 * <p>JDK 24 and later are given one whose classes are linked ahead of time, which costs a host a fifth less than the archive
 * that older ones write when they exit. The profiles that an AOT cache of JDK 25 holds besides were measured to eat up that gain.
 */
final class HostArchive {

    private static final List<String> QUIET = List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    /** The first JDK that links the classes of an archive ahead of time. */
    private static final int LINKING = 24;

    private static final String AT_EXIT = """
            made() { "$java" -XX:ArchiveClassesAtExit="$unfinished" "$@"; }
            """;

    private static final String LINKED = """
            made() {
                "$java" -XX:DumpLoadedClassList="$unfinished.classes" "$@" &&
                    "$java" -Xshare:dump -XX:+AOTClassLinking -XX:SharedClassListFile="$unfinished.classes" \\
                        -XX:SharedArchiveFile="$unfinished" "$@"
            }
            """;

    /** Puts what was made in its place; nothing is left of what failed. The newest eight archives of all are kept. */
    private static final String KEEP = """
            trap '' INT
            unfinished=$1 archive=$2 java=$3
            shift 3
            if made "$@" && [ -s "$unfinished" ]; then
                mv -f "$unfinished" "$archive"
                ls -t "${archive%/*}"/host-*.jsa | tail -n +9 | while IFS= read -r old; do rm -f "$old"; done
            else
                rm -f "$unfinished"
            fi
            rm -f "$unfinished.classes"
            """;

    /** The archives that this process has begun to make, and is not to begin again. */
    private static final Set<Path> BEGUN = ConcurrentHashMap.newKeySet();

    private HostArchive() {}

    /** The flags that use the archive; without it, none, and making it is begun. */
    static List<String> flags(Jdk jdk) {
        if ("off".equals(System.getenv("FLOWSWEEP_CDS"))
                || !JavaCommand.places().stream()
                        .allMatch(place -> place.toString().endsWith(".jar"))) {
            return List.of();
        }
        try {
            Path archive = archive(jdk, JavaCommand.places());
            if (Files.exists(archive)) {
                List<String> flags = new ArrayList<>(QUIET);
                flags.add("-XX:SharedArchiveFile=" + archive);
                return flags;
            }
            if (BEGUN.add(archive)) {
                make(jdk, archive);
            }
        } catch (IOException e) {
            return List.of(); // hosts start without it
        }
        return List.of();
    }

    private static void make(Jdk jdk, Path archive) throws IOException {
        Files.createDirectories(archive.getParent());
        Path unfinished = Files.createTempFile(archive.getParent(), "host-", ".tmp");
        List<String> command = new ArrayList<>(List.of("sh", "-c", script(jdk.feature()), "archive"));
        command.addAll(
                List.of(unfinished.toString(), archive.toString(), jdk.command().toString()));
        command.addAll(QUIET);
        command.addAll(List.of("-cp", JavaCommand.classPath(), HostRehearsal.class.getName()));
        new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    /**
     * Makes an archive by running a program twice or once: {@code UNFINISHED ARCHIVE JAVA ARGUMENTS…}, of which the first is a file
     * in the folder of the second.
     */
    static String script(int feature) {
        return (feature < LINKING ? AT_EXIT : LINKED) + KEEP;
    }

    /** One file for each JVM build and each state of the class path. */
    static Path archive(Jdk jdk, Set<Path> classPath) throws IOException {
        StringBuilder key = new StringBuilder(jdk.build());
        for (Path jar : classPath) {
            key.append(jar).append(Files.getLastModifiedTime(jar)).append(Files.size(jar));
        }
        UUID name = UUID.nameUUIDFromBytes(key.toString().getBytes(StandardCharsets.UTF_8));
        return cacheFolder().resolve("host-" + name + ".jsa");
    }

    private static Path cacheFolder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("flowsweep");
    }
}
