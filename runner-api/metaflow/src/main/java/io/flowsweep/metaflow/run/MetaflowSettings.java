package io.flowsweep.metaflow.run;

import io.flowsweep.codec.Sha256;
import io.flowsweep.metaflow.datastore.MetaflowDatastore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How Metaflow is set up for a run: by default as if it had just been installed, with all that it writes in our store. A variable
 * of Metaflow that the run is given counts; one of the user's shell or of an outer run does not, or the results would depend on who
 * starts a sweep, and from where.
 *
 * @param environment variables
 * @param datastore where its artifacts can be read
 * @param elsewhere whether it keeps them elsewhere, and the datastore holds only what is copied from there
 */
record MetaflowSettings(Map<String, String> environment, MetaflowDatastore datastore, boolean elsewhere) {

    /** Of these any says that a datastore of the user's own is meant. */
    private static final Set<String> CHOICE =
            Set.of("METAFLOW_HOME", "METAFLOW_PROFILE", "METAFLOW_DEFAULT_DATASTORE", "METAFLOW_DEFAULT_METADATA");

    private static final String FOLDER = "METAFLOW_DATASTORE_SYSROOT_LOCAL";
    private static final String CARDS = "METAFLOW_CARD_LOCALROOT";
    private static final String USER = "METAFLOW_USER";
    private static final int KEY_DIGITS = 12;

    /** Metaflow takes the first of these, and refuses to run as root. */
    private static final List<String> USERS = List.of(USER, "SUDO_USER", "USERNAME", "USER");

    private static boolean namesAUser(String variable) {
        String user = System.getenv().getOrDefault(variable, "");
        return !user.isEmpty() && !user.equals("root");
    }

    /** Whether a process is given a variable of the driver's environment. */
    static boolean inherits(String variable) {
        return !variable.startsWith("METAFLOW_") || variable.equals(USER);
    }

    /** @param given to the run */
    static MetaflowSettings of(Map<String, Optional<String>> given, MetaflowHome home) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (USERS.stream().noneMatch(MetaflowSettings::namesAUser)) {
            environment.put(USER, "flowsweep");
        }
        if (given.keySet().stream().anyMatch(CHOICE::contains)) {
            environment.keySet().removeAll(given.keySet());
            Path copies = home.copies(key(given));
            return new MetaflowSettings(environment, new MetaflowDatastore(copies, copies), true);
        }
        environment.put("METAFLOW_HOME", home.settings().toString());
        environment.put("METAFLOW_DEFAULT_DATASTORE", "local");
        environment.put("METAFLOW_DEFAULT_METADATA", "local");
        environment.put(FOLDER, home.folder().toString());
        environment.put(CARDS, home.cards().toString());
        environment.keySet().removeAll(given.keySet());
        Path folder = path(given, FOLDER).orElse(home.folder());
        MetaflowDatastore own =
                MetaflowDatastore.below(folder, path(given, CARDS).orElse(home.cards()));
        return new MetaflowSettings(environment, own, false);
    }

    /** Runs with other settings may have another datastore, in which the same names mean other things. */
    private static String key(Map<String, Optional<String>> given) {
        Sha256 key = new Sha256();
        new TreeMap<>(given).forEach((name, value) -> {
            if (!inherits(name)) {
                key.add(name).add(value.orElse(""));
            }
        });
        return key.hex().substring(0, KEY_DIGITS);
    }

    private static Optional<Path> path(Map<String, Optional<String>> given, String variable) {
        return given.getOrDefault(variable, Optional.empty()).map(Path::of);
    }
}
