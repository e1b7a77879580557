package io.flowsweep.cli.flow;

import io.flowsweep.cli.input.Recorded;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.client.Artifacts;
import io.flowsweep.client.Task;
import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.Secrets;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plan.FlowPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code flowsweep flow dump}. */
final class FlowDumpVerb {

    private static final int LONGEST_VALUE = 2000;

    private final FlowDumpCommand command;

    FlowDumpVerb(FlowDumpCommand command) {
        this.command = command;
    }

    int call() {
        RunPath path = RunPath.find(Recorded.at(command), command.path);
        checkNames(path.run().plan());
        if (path.step().isEmpty()) {
            print(Map.of("run", path.run().id()), "", path.run().data());
            return ExitCodes.SUCCESS;
        }
        List<Task> tasks = path.tasks();
        for (Task task : tasks) {
            Map<String, Object> head = new LinkedHashMap<>();
            head.put("run", path.run().id());
            head.put("step", task.step());
            head.put("task", task.id());
            print(head, tasks.size() > 1 ? task.id() + "." : "", task.data());
        }
        return ExitCodes.SUCCESS;
    }

    private void checkNames(FlowPlan plan) {
        for (String name : command.names) {
            if (!plan.artifactNames().contains(name)) {
                throw new InvalidInputException(
                        "the flow has no artifact \"" + name + "\"",
                        plan.flow(),
                        Suggestions.didYouMean(name, plan.artifactNames()));
            }
        }
    }

    /** Of what has no plain form, why. */
    private static Object value(Artifacts data, String name) {
        try {
            return data.find(name).orElse(null);
        } catch (CodecException e) {
            return "(" + e.getMessage() + ")";
        }
    }

    private void print(Map<String, Object> head, String prefix, Artifacts data) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : data.names()) {
            if (command.names.isEmpty() || command.names.contains(name)) {
                values.put(name, Secrets.masked(name, value(data, name)));
            }
        }
        if (command.json) {
            Map<String, Object> line = new LinkedHashMap<>(head);
            line.put("artifacts", values);
            command.print(line);
        } else {
            values.forEach((name, value) ->
                    command.print(prefix + name + " = " + Texts.cut(Json.write(value), LONGEST_VALUE)));
        }
    }
}
