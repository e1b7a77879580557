package io.flowsweep.metaflow.source;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.metaflow.source.Declared.Kind;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Metaflow flow in a Python file, as it is written there.
 *
 * @param file that holds it
 * @param name of its class
 * @param project the name that {@code @project} gives
 * @param declared its configs and parameters, those of base classes first
 * @param steps in the order in which they are written
 * @param starts what starts it once it is deployed, as decorators of ours: {@code schedule:cron=…}
 * @param unread decorators of which that is not written plainly
 * @param complete whether it declares nothing else, as far as is known
 * @param files what it consists of: the file and the modules beside it that it imports, and they in turn; sorted
 */
public record FlowFile(
        Path file,
        String name,
        Optional<String> project,
        List<Declared> declared,
        List<DeclaredStep> steps,
        List<String> starts,
        List<String> unread,
        boolean complete,
        List<Path> files) {

    /** The base class of all flows. */
    static final String FLOW_SPEC = "metaflow.FlowSpec";

    /**
     * The flow of a file.
     *
     * @throws InvalidInputException when it holds none, several, or does not run the one it has
     */
    public static FlowFile read(Path file) {
        return find(file)
                .orElseThrow(() -> new InvalidInputException(
                        "there is no flow in this file: no class of it is a FlowSpec of metaflow",
                        file.toString(),
                        "Write \"from metaflow import FlowSpec\" and \"class Name(FlowSpec)\"; for a script that is no flow,"
                                + " `flowsweep init . --script " + file.getFileName() + "` writes a sweep file."));
    }

    /**
     * The flow of a file; empty when no class of it is a FlowSpec.
     *
     * @throws InvalidInputException when it holds several, or does not run the one it has
     */
    public static Optional<FlowFile> find(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        FlowModules modules = new FlowModules(absolute.getParent());
        PythonModule main = modules.read(absolute);
        List<FlowClass> flows = main.classes().values().stream()
                .filter(type -> modules.isFlow(absolute, type.name, new HashSet<>()))
                .toList();
        Set<String> inherited = new HashSet<>();
        flows.forEach(type -> inherited.addAll(type.bases));
        List<FlowClass> leaves =
                flows.stream().filter(type -> !inherited.contains(type.name)).toList();
        if (leaves.isEmpty()) {
            return Optional.empty();
        }
        if (leaves.size() > 1) {
            throw new InvalidInputException(
                    "this file holds several flows: "
                            + String.join(
                                    ", ",
                                    leaves.stream()
                                            .map(type -> type.name + " (line " + type.line + ")")
                                            .toList()),
                    file.toString(),
                    "Keep one in each file.");
        }
        return Optional.of(of(absolute, leaves.get(0), main, modules));
    }

    private static FlowFile of(Path file, FlowClass flow, PythonModule main, FlowModules modules) {
        if (!main.calls(flow.name)) {
            throw new InvalidInputException(
                    "nothing happens when this file is run: it does not call " + flow.name + "()",
                    file + ":" + flow.line,
                    "End it with \"if __name__ == '__main__':\" and, in the next line, \"    " + flow.name + "()\".");
        }
        FlowClass whole = new FlowClass(flow.name, flow.line, flow.bases);
        modules.collect(file, flow.name, whole, new HashSet<>());
        return new FlowFile(
                file,
                flow.name,
                whole.project,
                List.copyOf(whole.declared),
                List.copyOf(whole.steps.values()),
                List.copyOf(whole.starts),
                List.copyOf(whole.unread),
                !whole.open,
                modules.files(file));
    }

    /** Its configs. */
    public List<Declared> configs() {
        return declared.stream().filter(d -> d.kind() == Kind.CONFIG).toList();
    }

    /** Its parameters. */
    public List<Declared> parameters() {
        return declared.stream().filter(d -> d.kind().isParameter()).toList();
    }

    /**
     * The config of this name.
     *
     * @return empty when the flow may have it all the same
     * @throws InvalidInputException when it has none such
     */
    public Optional<Declared> config(String wanted) {
        return named(wanted, configs(), "config");
    }

    /** The same of a parameter. */
    public Optional<Declared> parameter(String wanted) {
        return named(wanted, parameters(), "parameter");
    }

    private Optional<Declared> named(String wanted, List<Declared> among, String word) {
        Optional<Declared> found =
                among.stream().filter(d -> d.name().equals(wanted)).findFirst();
        if (found.isEmpty() && complete) {
            List<String> names = among.stream().map(Declared::name).toList();
            throw new InvalidInputException(
                    "the flow " + name + " has no " + word + " \"" + wanted + "\"",
                    file.toString(),
                    names.isEmpty() ? "It has no " + word + " at all." : Suggestions.didYouMean(wanted, names));
        }
        return found;
    }
}
