package io.flowsweep.metaflow.fork;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Python sees while it starts and imports: processes of one kind are alike until their scripts begin. Any variable may count
 * there, but for our own, in which runs are told apart.
 *
 * @param python the command before the script
 * @param environment without our own variables
 * @param directory in which it works
 */
record StartKind(List<String> python, Map<String, String> environment, File directory) {

    private static final String OWN = "FLOWSWEEP_";

    StartKind {
        python = List.copyOf(python);
        environment = Map.copyOf(environment);
    }

    static StartKind of(List<String> python, ProcessBuilder builder) {
        Map<String, String> environment = new HashMap<>(builder.environment());
        environment.keySet().removeIf(name -> name.startsWith(OWN));
        return new StartKind(python, environment, builder.directory());
    }
}
