package io.flowsweep.metaflow.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A datastore of Metaflow that is not in our store, by what a Python needs to find it.
 *
 * @param copies the folder for copies of what is in it, of the same layout; absolute
 * @param directory in which the flow works; Metaflow may find settings there
 * @param variables that the run was given; one without a value is a secret, which must be there when somebody reads
 */
record Elsewhere(String copies, String directory, Map<String, Optional<String>> variables) {

    /**
     * Copies a file from it, unless that is there already.
     *
     * @param file below {@link #copies}
     * @return why it cannot be had
     */
    Optional<String> fetch(Path file, Path python) {
        if (Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, String> all = new HashMap<>(System.getenv());
        all.keySet().removeIf(name -> !MetaflowSettings.inherits(name) && !variables.containsKey(name));
        variables.forEach((name, value) -> value.ifPresent(text -> all.put(name, text)));
        try (DatastoreCopy copy = copy(python, all)) {
            copy.fetch(Path.of(copies).relativize(file));
            copy.finish();
            return copy.trouble().map(why -> why + cure());
        }
    }

    private String cure() {
        List<String> missing = variables.entrySet().stream()
                .filter(variable -> variable.getValue().isEmpty() && System.getenv(variable.getKey()) == null)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return missing.isEmpty()
                ? ""
                : ". The run was given " + String.join(", ", missing)
                        + ", which is on no record, as it is a secret: set it to read this.";
    }

    /** What copies from it. */
    DatastoreCopy copy(Path python, Map<String, String> all) {
        return new DatastoreCopy(python, Path.of(copies), Path.of(directory), all);
    }
}
