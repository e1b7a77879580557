package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.sweep.file.axis.AxisCommands;
import io.flowsweep.sweep.file.text.FileNames;
import io.flowsweep.sweep.file.text.FileParts;
import io.flowsweep.sweep.file.text.FlowPaths;
import io.flowsweep.sweep.file.text.ProblemList;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.hocon.HoconWriter;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.FlowInCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code flow = File.java}, or {@code flow { main = File.java, sources = [patterns] }}. */
final class FlowReader {

    private static final Set<String> KEYS = Set.of("main", "sources");

    /** Of a flow that is neither a file nor a command, nobody can tell which of them is meant. */
    private static final Set<String> ALL =
            Stream.of(KEYS, CommandReader.KEYS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private final FileNames names;
    private final FileParts parts;
    private final ProblemList problems;

    FlowReader(FileNames names, FileParts parts, ProblemList problems) {
        this.names = names;
        this.parts = parts;
        this.problems = problems;
    }

    /** The flow, absolute; that of the first variant when an axis varies it. Empty when a problem was added. */
    Optional<Path> main(List<Axis> axes, AxisCommands commands) {
        Optional<Axis> varied =
                axes.stream().filter(axis -> axis.root().equals("flow")).findFirst();
        if (varied.isPresent()) {
            return flow(
                    String.valueOf(varied.get().domain().get(0)), varied.get().where(), commands);
        }
        if (isObject()) {
            Optional<Section> section = parts.section("flow");
            section.ifPresent(s -> s.allow(s.has("main") ? KEYS : ALL, Set.of()));
            if (section.isPresent() && !section.get().has("main")) {
                problems.add(
                        parts.where("flow"),
                        "\"flow\" has no \"main\" and no \"command\"",
                        "Add main = path/to/Flow.java, or command = [program, \"${args}\"].");
            }
            return section.flatMap(s -> s.text("main").flatMap(named -> find(named, s.where("main"))));
        }
        if (parts.has("flow") && parts.raw("flow") instanceof ConfigList words) {
            problems.add(
                    parts.where("flow"),
                    "\"flow\" is a list",
                    "A command is written flow { command = " + HoconWriter.value(words.unwrapped()) + " }.");
            return Optional.empty();
        }
        if (!parts.has("flow") && !isAxis()) {
            problems.add(parts.where("flow"), "the sweep names no flow", "Add flow = path/to/Flow.java.");
        }
        return parts.text("flow").flatMap(named -> find(named, parts.where("flow")));
    }

    private Optional<Path> flow(String value, String where, AxisCommands commands) {
        return commands.has(value)
                ? Optional.of(FlowInCode.commandPath(names.file(), value))
                : problems.attempt(() -> FlowPaths.find(names, value, where));
    }

    /** The patterns of further sources, which may hold {@code ${…}}; relative ones start in the flow's folder from now on. */
    List<String> sources(Path main) {
        if (!isObject() || !parts.section("flow").map(s -> s.has("sources")).orElse(false)) {
            return List.of();
        }
        ConfigValue sources = parts.object("flow").orElseThrow().get("sources");
        List<String> patterns = new ArrayList<>();
        for (Object item : sources.unwrapped() instanceof List<?> list ? list : List.of(sources.unwrapped())) {
            if (item instanceof String pattern && !pattern.isBlank()) {
                Path folder = main.getParent().relativize(names.folder(parts.where("flow.sources")));
                patterns.add(pattern.startsWith("/") || folder.toString().isEmpty() ? pattern : folder + "/" + pattern);
            } else {
                problems.add(
                        parts.where("flow"),
                        "\"flow.sources\" must be a list of patterns, but has " + item,
                        "Write sources = [\"backend/*.java\"].");
            }
        }
        return patterns;
    }

    /** Whether the flow is a command. */
    boolean isCommand() {
        return isObject() && ((ConfigObject) parts.raw("flow")).containsKey(AxisCommands.KEY);
    }

    /** Whether an axis is to vary it, which is wrong if it is none of those that were read. */
    private boolean isAxis() {
        return parts.keysBelow("grid.flow").stream()
                .anyMatch(key -> key.path().isEmpty() || key.path().startsWith("."));
    }

    private boolean isObject() {
        return parts.has("flow") && parts.raw("flow") instanceof ConfigObject;
    }

    private Optional<Path> find(String named, String where) {
        return problems.attempt(() -> FlowPaths.find(names, names.fromSweepFile(named, where), where));
    }
}
