package io.flowsweep.events;

import io.flowsweep.codec.Secrets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the hosts of a run find around them, on top of what their driver has.
 *
 * @param environment variables; one without a value has a name that promises a secret, and its value is kept nowhere
 * @param workingDirectory absolute
 * @param jvm their Java
 * @param python their Python
 */
public record Surroundings(
        Map<String, Optional<String>> environment,
        Optional<String> workingDirectory,
        Optional<JvmSettings> jvm,
        Optional<PythonSettings> python) {

    public static final Surroundings NONE =
            new Surroundings(Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** As it may be kept: without the values of secrets. */
    public static Surroundings kept(
            Map<String, String> environment,
            Optional<Path> workingDirectory,
            Optional<JvmSettings> jvm,
            Optional<PythonSettings> python) {
        Map<String, Optional<String>> kept = new LinkedHashMap<>();
        environment.forEach(
                (name, value) -> kept.put(name, Secrets.isSecret(name, value) ? Optional.empty() : Optional.of(value)));
        return new Surroundings(kept, workingDirectory.map(Path::toString), jvm, python.map(PythonSettings::kept));
    }

    /** The same with another Python, without what may not be kept of it. */
    public Surroundings withPython(Optional<PythonSettings> other) {
        return new Surroundings(environment, workingDirectory, jvm, other.map(PythonSettings::kept));
    }
}
