package io.flowsweep.runner;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.JvmSettings;
import io.flowsweep.events.PythonSettings;
import io.flowsweep.events.Surroundings;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.Executor;
import io.flowsweep.python.PythonEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment, the working directory, the Java and the Python of a run's hosts.
 *
 * @param environment variables on top of this program's, with their values
 */
record HostSurroundings(
        Map<String, String> environment,
        Optional<Path> workingDirectory,
        Optional<JvmSettings> jvm,
        Optional<PythonSettings> python) {

    /** Those of this program. */
    static final HostSurroundings NONE =
            new HostSurroundings(Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Those on record, where the values of secrets are not. */
    static HostSurroundings of(Surroundings kept) {
        Map<String, String> environment = new LinkedHashMap<>();
        kept.environment().forEach((name, value) -> value.ifPresent(v -> environment.put(name, v)));
        return new HostSurroundings(environment, kept.workingDirectory().map(Path::of), kept.jvm(), kept.python());
    }

    /** @throws InvalidInputException when a value would not be kept because it may be a secret */
    void checkKept() {
        kept().environment().forEach((name, value) -> {
            if (value.isEmpty()) {
                throw new InvalidInputException(
                        "the environment variable " + name
                                + " may hold a secret, which is kept nowhere, so a run that is triggered later lacks it",
                        "",
                        "Set it where the scheduler is started, or have the flow read it from where it is kept.");
            }
        });
    }

    /** @throws IllegalArgumentException when no variable can have this name */
    HostSurroundings with(String name, String value) {
        if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "a variable's name holds no = and is not empty, but got \"" + name + "\"");
        }
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new HostSurroundings(more, workingDirectory, jvm, python);
    }

    HostSurroundings in(Path folder) {
        return new HostSurroundings(environment, Optional.of(folder), jvm, python);
    }

    HostSurroundings on(JvmSettings java) {
        return new HostSurroundings(environment, workingDirectory, Optional.of(java), python);
    }

    HostSurroundings with(PythonSettings settings) {
        return new HostSurroundings(environment, workingDirectory, jvm, Optional.of(settings));
    }

    /** With the Python that they ask for: found, or built now. */
    HostSurroundings ready(Fetching fetching) {
        if (python.isEmpty()) {
            return this;
        }
        PythonEnvironment found = fetching.python(python.get());
        Map<String, String> whole = new HashMap<>(System.getenv());
        whole.putAll(environment);
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.putAll(found.variables(whole));
        return new HostSurroundings(
                more, workingDirectory, jvm, python.map(asked -> asked.withInstalled(found.installed())));
    }

    /** @throws InvalidInputException when the executor cannot give them to a host, or there is no such folder */
    void check(Executor executor) {
        boolean isolates = executor.capabilities().contains(Capability.ISOLATES_PROCESS);
        if (!isolates && !equals(NONE)) {
            throw new InvalidInputException(
                    "the run is given " + given() + ", but with the executor " + executor.name()
                            + " it shares those of this JVM",
                    "",
                    "Use the process executor, or give the flow a parameter or a config instead.");
        }
        workingDirectory.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new InvalidInputException("there is no folder to work in", folder.toString(), "Make it first.");
        });
    }

    private String given() {
        if (jvm.isPresent()) {
            return "a JVM";
        }
        String variables = environment.isEmpty() ? "a working directory" : "environment variables";
        return python.isPresent() ? "a Python" : variables;
    }

    /** What a run has that resumes another: that of the other, changed by what it was given itself. */
    HostSurroundings over(String run, Surroundings origin) {
        Map<String, String> both = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        origin.environment().forEach((name, value) -> {
            value.ifPresent(kept -> both.put(name, kept));
            if (value.isEmpty() && !environment.containsKey(name)) {
                missing.add(name);
            }
        });
        if (!missing.isEmpty()) {
            throw new InvalidInputException(
                    "the run " + run + " had the environment variable " + String.join(" and ", missing)
                            + ", whose value is kept nowhere because it may be a secret",
                    "",
                    "Give it again: .env(\"" + missing.get(0) + "\", …).");
        }
        both.putAll(environment);
        return new HostSurroundings(
                both,
                workingDirectory.or(() -> origin.workingDirectory().map(Path::of)),
                jvm.or(origin::jvm),
                python.or(origin::python));
    }

    /** As it is put on record. */
    Surroundings kept() {
        return Surroundings.kept(environment, workingDirectory, jvm, python);
    }
}
