package io.flowsweep.executor.jvm;

import io.flowsweep.os.Redirects;
import io.flowsweep.runtime.host.HostRehearsal;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes class-data archives, in a process of its own each. JDK 24 and later are given one whose classes are linked
 * ahead of time, which costs a host a fifth less than the archive that older ones write when they exit; the profiles
 * that an AOT cache of JDK 25 holds besides were measured to eat up that gain in a host's short life.
 */
final class ArchiveMaker {

    /** The first JDK that links the classes of an archive ahead of time. */
    private static final int LINKING = 24;

    private static final String AT_EXIT = """
            made() { "$java" -XX:ArchiveClassesAtExit="$unfinished" "$@"; }
            """;

    private static final String LINKED = """
            made() {
                classes=$unfinished.classes
                "$java" -XX:DumpLoadedClassList="$classes" "$@" &&
                    "$java" -Xshare:dump -XX:+AOTClassLinking -XX:SharedClassListFile="$classes" \\
                        -XX:SharedArchiveFile="$unfinished" "$@"
                status=$?
                rm -f "$classes"
                return $status
            }
            """;

    /** Puts what was made in its place; nothing is left of what failed. The newest sixteen archives of all are kept. */
    private static final String KEEP = """
            trap '' INT
            unfinished=$1 archive=$2 java=$3
            shift 3
            if made "$@" && [ -s "$unfinished" ]; then
                mv -f "$unfinished" "$archive"
                ls -t "${archive%/*}"/host-*.jsa | tail -n +17 | while IFS= read -r old; do rm -f "$old"; done
            else
                rm -f "$unfinished"
            fi
            """;

    private ArchiveMaker() {}

    /** Starts making one, and does not wait for it. */
    static void begin(Jdk jdk, Collection<Path> classPath, List<Path> libraries, Path archive) throws IOException {
        Files.createDirectories(archive.getParent());
        Path unfinished = Files.createTempFile(archive.getParent(), "host-", ".tmp");
        List<String> command = new ArrayList<>(List.of("sh", "-c", script(jdk.feature()), "archive"));
        command.addAll(
                List.of(unfinished.toString(), archive.toString(), jdk.command().toString()));
        command.addAll(HostArchive.QUIET);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(HostRehearsal.class.getName());
        libraries.forEach(jar -> command.add(jar.toString()));
        new ProcessBuilder(command)
                .redirectInput(Redirects.NO_INPUT)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    /**
     * A shell script that makes an archive by running a program once or twice: {@code UNFINISHED ARCHIVE JAVA ARGUMENTS…}, of which
     * the first is a file in the folder of the second.
     */
    static String script(int feature) {
        return (feature < LINKING ? AT_EXIT : LINKED) + KEEP;
    }
}
