package io.flowsweep.python;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Python that is ready to be used. Immutable.
 *
 * @param python its interpreter, absolute
 * @param version for instance {@code 3.11.7}
 * @param folder of the virtual environment; empty for an interpreter as it is
 * @param path folders that go before all others, in which {@code python} and {@code python3} are this interpreter
 * @param installed what is installed, {@code name==version} in order; of an interpreter as it is nothing is told
 */
public record PythonEnvironment(
        Path python, String version, Optional<Path> folder, List<Path> path, List<String> installed) {

    public PythonEnvironment {
        path = List.copyOf(path);
        installed = List.copyOf(installed);
    }

    /**
     * The variables by which a process and all it starts find it: {@code PATH}, {@code VIRTUAL_ENV} and an empty
     * {@code PYTHONHOME}, which Python takes for none.
     *
     * @param environment of the process without them, of which {@code PATH} is taken
     */
    public Map<String, String> variables(Map<String, String> environment) {
        StringBuilder all = new StringBuilder();
        path.forEach(each -> all.append(each).append(File.pathSeparator));
        all.append(environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
        return Map.of(
                "PATH",
                all.toString(),
                "VIRTUAL_ENV",
                folder.map(Path::toString).orElse(""),
                "PYTHONHOME",
                "");
    }

    /** {@code Python 3.11.7 in /home/me/.cache/flowsweep/python/0f3a…}. */
    @Override
    public String toString() {
        return "Python " + version + " in " + folder.orElse(python.getParent());
    }
}
