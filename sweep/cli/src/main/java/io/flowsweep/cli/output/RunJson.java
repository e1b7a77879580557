package io.flowsweep.cli.output;

import io.flowsweep.client.LogLine;
import io.flowsweep.client.Run;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs and what they printed as plain values, for {@code --json}. */
public final class RunJson {

    private RunJson() {}

    public static Map<String, Object> of(Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("flow", run.flow());
        json.put("run", run.id());
        json.put("state", run.state().name());
        json.put("created", run.createdAt().toString());
        json.put("seconds", run.duration().toMillis() / 1000.0);
        json.put("tags", run.tags());
        run.origin().ifPresent(origin -> json.put("origin", origin));
        run.failure().ifPresent(failure -> json.put("failure", failure));
        return json;
    }

    public static Map<String, Object> line(LogLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        line.task().ifPresent(task -> json.put("task", task));
        json.put("stream", line.error() ? "stderr" : "stdout");
        json.put("text", line.text());
        return json;
    }
}
