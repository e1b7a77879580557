package io.flowsweep.executor.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The class-data archive of the host's own classes, which lets a host's JVM start in about half the time. It is kept in the
 * user's cache folder for each JVM and class path, and made in the background, by a process that may outlive this one for a
 * moment, when the first host is started without it. {@code FLOWSWEEP_CDS=off} turns it off; so does anything that goes wrong
 * with it.
 */
final class HostArchive {

    private static final List<String> QUIET = List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    /**
     * Runs a command and puts the file that it made in its place; nothing is left of one that failed. Every build of ours and
     * every JVM has its archive, so of all there are the newest eight are kept.
     */
    static final String MAKE = """
            trap '' INT
            unfinished=$1 archive=$2
            shift 2
            if "$@" && [ -s "$unfinished" ]; then
                mv -f "$unfinished" "$archive"
                ls -t "${archive%/*}"/host-*.jsa | tail -n +9 | while IFS= read -r old; do rm -f "$old"; done
            else
                rm -f "$unfinished"
            fi
            """;

    private static final AtomicBoolean MAKING = new AtomicBoolean();

    private HostArchive() {}

    /** The flags that use the archive; without it, none, and making it is begun. */
    static List<String> flags() {
        if ("off".equals(System.getenv("FLOWSWEEP_CDS"))
                || !JavaCommand.places().stream()
                        .allMatch(place -> place.toString().endsWith(".jar"))) {
            return List.of();
        }
        try {
            Path archive = archive();
            if (Files.exists(archive)) {
                List<String> flags = new ArrayList<>(QUIET);
                flags.add("-XX:SharedArchiveFile=" + archive);
                return flags;
            }
            if (MAKING.compareAndSet(false, true)) {
                make(archive);
            }
        } catch (IOException e) {
            MAKING.set(true);
        }
        return List.of();
    }

    private static void make(Path archive) throws IOException {
        Files.createDirectories(archive.getParent());
        Path unfinished = Files.createTempFile(archive.getParent(), "host-", ".tmp");
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", MAKE, "archive", unfinished.toString(), archive.toString(), JavaCommand.java()));
        command.addAll(QUIET);
        command.add("-XX:ArchiveClassesAtExit=" + unfinished);
        command.addAll(List.of("-cp", JavaCommand.classPath(), "io.flowsweep.runtime.HostRehearsal"));
        new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    /** One file for each JVM build and each state of the class path. */
    private static Path archive() throws IOException {
        StringBuilder key = new StringBuilder(System.getProperty("java.vm.version")).append(JavaCommand.java());
        for (Path jar : JavaCommand.places()) {
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
