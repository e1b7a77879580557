package io.flowsweep.sweep.file.axis;

import com.typesafe.config.ConfigObject;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.command.CommandFlow;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.file.text.ProblemList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The commands that stand among the values of the axis {@code flow}: each gets a name, by which the axis has it, and is
 * read when it is known what it may refer to. Confined to one thread.
 */
public final class AxisCommands {

    /** Whose presence tells that a flow is a command. */
    public static final String KEY = "command";

    /**
     * One of them.
     *
     * @param object as it is written, its texts with their {@code ${…}}
     */
    public record AxisCommand(ConfigObject object, String where) {}

    private final Map<String, AxisCommand> commands = new LinkedHashMap<>();
    private final ProblemList problems;

    AxisCommands(ProblemList problems) {
        this.problems = problems;
    }

    static boolean isCommand(AxisPath axis, Object value) {
        return axis.isWhole()
                && axis.root().equals("flow")
                && value instanceof ConfigObject object
                && object.containsKey(KEY);
    }

    /** Takes a command, and returns the value of the axis that stands for it. */
    String add(ConfigObject object, String where) {
        String value = name(object);
        AxisCommand command = new AxisCommand(object, where);
        AxisCommand other = commands.putIfAbsent(value, command);
        if (other != null && !other.object().equals(object)) {
            problems.add(
                    where,
                    "two commands of the axis \"flow\" are called " + value + ", the other at " + other.where(),
                    "Give each a name of its own: { name = …, command = … }.");
            String another = value + commands.size();
            commands.put(another, command);
            return another;
        }
        return value;
    }

    /** What its runs are called, too; of what is no command any name will do, as that is found wrong when it is read. */
    private static String name(ConfigObject object) {
        Object name = object.unwrapped().get("name");
        Object command = object.unwrapped().get(KEY);
        if (name != null) {
            return PlainValues.text(PlainValues.canonical(name));
        }
        if (command instanceof String line) {
            return CommandFlow.ofShell(line).name();
        }
        return command instanceof List<?> words && !words.isEmpty()
                ? CommandFlow.of(words.stream().map(Objects::toString).toArray(String[]::new))
                        .name()
                : CommandFlow.KIND;
    }

    public boolean has(Object value) {
        return value instanceof String name && commands.containsKey(name);
    }

    /** By the values of the axis. */
    public Map<String, AxisCommand> all() {
        return commands;
    }
}
