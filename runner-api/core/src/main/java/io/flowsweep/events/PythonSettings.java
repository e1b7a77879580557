package io.flowsweep.events;

import io.flowsweep.codec.Secrets;
import io.flowsweep.codec.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The Python of a run's hosts, where it was asked for: an interpreter and what is installed for it, as one file of requirements
 * would say it.
 *
 * @param python a version such as {@code 3.11}, the name of a command, or an absolute path; empty for {@code python3}
 * @param requirements lines as pip reads them, those of included files in their place; without comments
 * @param constraints the same of files of constraints
 * @param local what is on this machine and named by an absolute path: the line that asks for it, and the SHA-256 of its content
 * @param installed what was found installed, {@code name==version}; empty before that is known
 */
public record PythonSettings(
        Optional<String> python,
        List<String> requirements,
        List<String> constraints,
        Map<String, String> local,
        List<String> installed) {

    public PythonSettings {
        requirements = List.copyOf(requirements);
        constraints = List.copyOf(constraints);
        local = Map.copyOf(local);
        installed = List.copyOf(installed);
    }

    public PythonSettings withInstalled(List<String> found) {
        return new PythonSettings(python, requirements, constraints, local, found);
    }

    /** As it may be kept: without names and passwords. */
    public PythonSettings kept() {
        return new PythonSettings(python, masked(requirements), masked(constraints), local, installed);
    }

    /**
     * A SHA-256, as 64 hexadecimal digits, over what it asks for: the same on every machine and for every order of the lines.
     * Passwords make no difference to what is installed, nor does the folder of a local package.
     */
    public String digest() {
        Sha256 digest = new Sha256().add(python.orElse(""));
        add(masked(requirements), digest);
        add(masked(constraints), digest);
        add(local.values(), digest);
        return digest.hex();
    }

    /** What it asks for, in a few words. */
    @Override
    public String toString() {
        TreeSet<String> lines = new TreeSet<>(masked(requirements));
        lines.removeIf(line -> line.startsWith("--")); // options of pip
        lines.addAll(local.keySet());
        String first = String.join(
                ", ",
                lines.stream()
                        .limit(4)
                        .map(line -> line.replaceAll("\\s+--hash=\\S+", ""))
                        .toList());
        String packages = lines.size() > 4 ? first + " and " + (lines.size() - 4) + " more" : first;
        return "Python" + python.map(named -> " " + named).orElse("")
                + (packages.isEmpty() ? " alone" : " with " + packages);
    }

    private static List<String> masked(List<String> lines) {
        return lines.stream().map(Secrets::maskedUrls).toList();
    }

    private static void add(Collection<String> lines, Sha256 digest) {
        TreeSet<String> sorted = new TreeSet<>(lines);
        digest.add(Integer.toString(sorted.size()));
        sorted.forEach(digest::add);
    }
}
