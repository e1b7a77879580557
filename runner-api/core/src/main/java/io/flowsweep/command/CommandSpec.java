package io.flowsweep.command;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.Sha256;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.CommandPlan.GracePlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A command flow as it was described; its texts may hold {@code ${…}}.
 *
 * @param name under which its runs are on record; empty: after the script that it runs
 * @param argv the program and its arguments; a single line for a shell with {@code shell}
 * @param style of {@code ${args}}
 * @param directory absolute
 * @param inputs globs from the directory; empty: whatever git tracks there
 * @param without files that are none of the inputs that git tracks, absolute
 * @param yaml whether the file with the config is YAML; else JSON
 * @param artifacts globs from the folder in which the process works
 * @param places {@code file:line} of what was described, by key; may be empty
 * @param together whether standard error goes where standard output goes; empty for no, as older ones have it
 */
record CommandSpec(
        String name,
        List<String> argv,
        boolean shell,
        ArgsStyle style,
        String directory,
        Map<String, String> environment,
        Optional<List<String>> inputs,
        List<String> without,
        WorkPolicy work,
        boolean yaml,
        List<String> artifacts,
        GracePlan graces,
        Map<String, String> places,
        Optional<Boolean> together) {

    CommandSpec {
        environment =
                Collections.unmodifiableMap(new TreeMap<>(environment)); // in one order, as digests are made of it
        places = Collections.unmodifiableMap(new TreeMap<>(places));
    }

    /** Where a key was written, for messages. */
    String where(String key) {
        return places.getOrDefault(key, places.getOrDefault("", ""));
    }

    /** @throws InvalidInputException when there is no such folder */
    Path existingDirectory() {
        Path folder = Path.of(directory);
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException(
                    "there is no folder " + folder,
                    where("directory"),
                    "Set directory to the folder that the command's files are in.");
        }
        return folder;
    }

    /** Equal digests mean that equal values are given in the same way, to the same inputs. */
    String digest(String inputs) {
        List<Object> code =
                new ArrayList<>(List.of(argv, shell, style.name(), environment, work.name(), yaml, artifacts, inputs));
        together.filter(both -> both).ifPresent(code::add);
        return Sha256.of(Json.write(code));
    }
}
