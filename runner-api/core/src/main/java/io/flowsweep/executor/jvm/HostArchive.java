package io.flowsweep.executor.jvm;

import io.flowsweep.store.UserCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The class-data archives of hosts, which let their JVM start in less than half the time: one of the host's own classes, and one
 * for each set of libraries that holds these besides. They are kept in the user's cache folder for each build of a JVM and each state
 * of the jars, so that a JDK that is upgraded in its place or a jar that changes asks for another; and made in the background, by a
 * process that may outlive this one for a moment, when a host is started without its archive. {@code FLOWSWEEP_CDS=off} turns
 * them off; so does anything that goes wrong with one. Thread-safe.
 *
 * <p>The flow's own classes are in none: they are few, and change most often.
 */
final class HostArchive {

    /** {@code off} makes and uses no archives. */
    private static final String SWITCH = "FLOWSWEEP_CDS";

    /** Nothing of it is to be seen in what a flow prints. */
    static final List<String> QUIET = List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private static final HostArchive OF_THIS_USER = new HostArchive(UserCache.folder(), JavaCommand.places());

    private final Path folder;
    private final Set<Path> classPath;
    private final Set<Path> missed = ConcurrentHashMap.newKeySet();
    private final Set<Path> begun = ConcurrentHashMap.newKeySet();

    /**
     * @param folder where archives are kept
     * @param classPath what every host loads
     */
    HostArchive(Path folder, Set<Path> classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    static HostArchive ofThisUser() {
        return OF_THIS_USER;
    }

    /**
     * The flags for a host that use the archive with its libraries, or until that is there the one without them; none for none.
     * Making what is missing is begun, once; of one with libraries by their second host, as it would gain a first one nothing.
     *
     * @param environment the driver's
     */
    List<String> flags(Jdk jdk, List<Path> libraries, Map<String, String> environment) {
        boolean off = "off".equals(environment.get(SWITCH));
        return off || !areJars() ? List.of() : flags(jdk, libraries);
    }

    private List<String> flags(Jdk jdk, List<Path> libraries) {
        try {
            Path archive = path(jdk, libraries);
            if (Files.exists(archive)) {
                List<String> flags = new ArrayList<>(QUIET);
                flags.add("-XX:SharedArchiveFile=" + archive);
                return flags;
            }
            boolean pays = libraries.isEmpty() || !missed.add(archive);
            if (pays && begun.add(archive)) {
                ArchiveMaker.begin(jdk, classPath, libraries, archive);
            }
        } catch (IOException e) {
            return List.of(); // hosts start without it
        }
        return libraries.isEmpty() ? List.of() : flags(jdk, List.of());
    }

    /** Classes in folders, as a build leaves them, are archived by no JVM. */
    private boolean areJars() {
        return classPath.stream().allMatch(place -> place.toString().endsWith(".jar"));
    }

    /** One file for each JVM build and each state of the jars. */
    Path path(Jdk jdk, List<Path> libraries) throws IOException {
        List<Path> jars = new ArrayList<>(classPath);
        jars.addAll(libraries);
        StringBuilder key = new StringBuilder(jdk.build());
        for (Path jar : jars) {
            key.append(jar).append(Files.getLastModifiedTime(jar)).append(Files.size(jar));
        }
        UUID name = UUID.nameUUIDFromBytes(key.toString().getBytes(StandardCharsets.UTF_8));
        return folder.resolve("host-" + name + ".jsa");
    }
}
