package io.flowsweep.sweep.file.axis;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.file.base.BaseValues;
import io.flowsweep.sweep.file.base.BlocksReader;
import io.flowsweep.sweep.file.base.RunReader;
import io.flowsweep.sweep.file.text.FileContext;
import io.flowsweep.sweep.file.text.FileNames;
import io.flowsweep.sweep.file.text.FileParts;
import io.flowsweep.sweep.file.text.FlowPaths;
import io.flowsweep.sweep.file.text.ProblemList;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.file.text.SourceKeys;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.space.domain.Group;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the readers of spaces share: the base they vary, which groups add to, and the checks of a path and its values.
 * Confined to one thread.
 */
public final class SpaceContext {

    private final FileParts parts;
    private final FileNames names;
    private final Set<Path> files = new HashSet<>();
    private final Map<String, Object> chosen = new HashMap<>();
    private final Set<Path> flows = new HashSet<>();
    private final AxisCommands commands;
    private BaseValues base;

    public SpaceContext(FileParts parts, BaseValues base, FileNames names) {
        this.parts = parts;
        this.base = base;
        this.names = names;
        this.commands = new AxisCommands(parts.problems());
    }

    public BaseValues base() {
        return base;
    }

    public FileContext file() {
        return parts.context();
    }

    SourceKeys keys() {
        return file().keys();
    }

    public ProblemList problems() {
        return parts.problems();
    }

    /** Finds the files that the sweep file names. */
    FileNames names() {
        return names;
    }

    /** A value of an axis as it means the same in the sweep file itself: what names a file is relative to that. */
    Object placed(AxisPath path, Object value, String where) {
        if (path.path().equals("environment.requirements")) {
            return BlocksReader.fromSweepFile(value, names, where);
        }
        boolean names = path.isWhole() || path.path().equals("jvm.home");
        return names && !commands.has(value) && value instanceof String name
                ? this.names.fromSweepFile(name, where)
                : value;
    }

    /** The files of flows that the axis {@code flow} has, also when the command line takes them out again. */
    public Set<Path> flows() {
        return flows;
    }

    /** Commands among the values of the axis {@code flow}. */
    public AxisCommands commands() {
        return commands;
    }

    /** The files that were read for the space. */
    public Set<Path> files() {
        return files;
    }

    /** The plain value with its {@code ${…}} expanded; empty when it is null or wrong. */
    Optional<Object> expand(ConfigValue value, String where) {
        Object plain = PlainValues.canonical(value.unwrapped());
        return plain == null ? Optional.empty() : expandPlain(plain, where);
    }

    /** The same of a canonical plain value. */
    Optional<Object> expandPlain(Object plain, String where) {
        return problems().attempt(() -> file().scope().expand(plain, where));
    }

    /** What a step makes; empty when its arguments are wrong, which is then a problem of the axis. */
    <T> Optional<T> attempt(String axis, String where, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (IllegalArgumentException e) {
            problems().add(where, "axis \"" + axis + "\": " + e.getMessage(), "");
            return Optional.empty();
        }
    }

    /**
     * Reports a part of the space that an earlier block of the same file has said, too, and that would be lost. A sweep that was
     * accepted once may have one.
     *
     * @param earlier where
     */
    void checkReplaced(String written, Optional<String> earlier, String where) {
        earlier.filter(e -> !names.project().accepted())
                .ifPresent(e -> problems()
                        .add(
                                where,
                                "\"" + written + "\" is given twice, first at " + e + ", and only the last would count",
                                "Keep one of them."));
    }

    /** Whether two axes set the same thing, which is then reported; what a group has chosen may be varied further. */
    boolean overlap(Axis axis, Axis other) {
        boolean inside = axis.path().startsWith(other.path() + ".")
                && !(other.domain() instanceof Group)
                && !names.project().accepted();
        if (!inside && !axis.path().equals(other.path())) {
            return false;
        }
        problems()
                .add(
                        axis.where(),
                        "two axes vary \"" + other.path() + "\", the other at " + other.where(),
                        "Keep one of them.");
        return true;
    }

    /** An axis whose short name is not known yet. */
    public Axis axis(AxisPath path, Domain domain, String where) {
        return new Axis(path.path(), path.path(), domain, where);
    }

    /** Lets the base have what a group has: from now on its default option stands at the path. */
    void declare(AxisPath path, Group.Option option) {
        chosen.put(path.path(), option.name());
        base = base.with(path, option.content(), parts.namesDocument(), problems());
    }

    /** The base value of an axis, the name of the option for a group; empty when there is none or it is null. */
    Optional<Object> baseOf(Axis axis) {
        return Optional.ofNullable(chosen.get(axis.path())).or(() -> base.value(axis.root(), axis.relativePath()));
    }

    /** Reports a value that does not fit its path. */
    void checkValue(AxisPath path, Object value, String where) {
        checkValue(path, value, "the grid", where);
    }

    /** @param part of the sweep that gives the value */
    public void checkValue(AxisPath path, Object value, String part, String where) {
        switch (path.root()) {
            case "flow" -> checkFlow(value, where);
            case "run" -> checkRun(path, value, where);
            case "jvm" -> BlocksReader.checkJvm(block(path, value, where).unwrapped(), where, file());
            case "environment" ->
                BlocksReader.checkEnvironment(ConfigPaths.split(path.relative()).get(0), value, where, file());
            default -> base.checkKind(path.root(), path.relative(), value, part, where, problems());
        }
    }

    private void checkFlow(Object value, String where) {
        if (value instanceof Map) {
            problems()
                    .add(
                            where,
                            "the axis \"flow\" has an object that is no command",
                            "A command stands in a list of the axis: grid { flow = [Train.java, { command = [sh, train.sh] }] }.");
        } else if (!commands.has(value)) {
            problems()
                    .attempt(() -> FlowPaths.find(names, String.valueOf(value), where))
                    .filter(Files::isRegularFile)
                    .ifPresent(flows::add);
        }
    }

    /** A path that is none is reported as such. */
    private void checkRun(AxisPath path, Object value, String where) {
        String key = KeyStyle.canonical(ConfigPaths.split(path.relative()).get(0));
        if (RunReader.KEYS.contains(key)) {
            RunReader.read(new Section("run", block(path, value, where), where, file()));
        }
    }

    private static ConfigObject block(AxisPath path, Object value, String where) {
        Object inner = value;
        List<String> segments = ConfigPaths.split(path.relative());
        for (int i = segments.size() - 1; i >= 0; i--) {
            Map<String, Object> outer = new LinkedHashMap<>();
            outer.put(segments.get(i), inner);
            inner = outer;
        }
        return (ConfigObject) ConfigValueFactory.fromAnyRef(inner, where);
    }
}
