package io.flowsweep.python;

import io.flowsweep.os.Probe;
import io.flowsweep.os.SearchPath;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The Python of this machine, for tests. */
public final class TestPython {

    public static final String MISSING =
            "there is no Python with venv and pip: apt-get install python3-venv python3-pip";

    private static final boolean THERE = works("-m", "venv", "--help") && works("-m", "pip", "--version");

    private TestPython() {}

    public static boolean isThere() {
        return THERE;
    }

    /** The variables of this program, with those by which pip installs from a folder alone. */
    public static Map<String, String> environment(Path wheels) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("PIP_") || name.startsWith("UV_"));
        environment.put("FLOWSWEEP_PYTHON_INSTALLER", "pip");
        environment.put("PIP_CONFIG_FILE", "/dev/null");
        environment.put("PIP_NO_INDEX", "1");
        environment.put("PIP_FIND_LINKS", wheels.toString());
        environment.put("PIP_RETRIES", "0");
        environment.put("PIP_DEFAULT_TIMEOUT", "300");
        environment.put("PIP_NO_CACHE_DIR", "1");
        environment.put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
        return environment;
    }

    /** The command uv; null when there is none. */
    static Path uv() {
        return SearchPath.of(Map.of()).find("uv").orElse(null);
    }

    private static boolean works(String... arguments) {
        return Probe.succeeds(
                Stream.concat(Stream.of("python3"), Stream.of(arguments)).toList());
    }
}
