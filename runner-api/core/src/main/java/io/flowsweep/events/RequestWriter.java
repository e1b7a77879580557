package io.flowsweep.events;

import io.flowsweep.codec.ValueCodec;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.flow.TriggeredBy;
import io.flowsweep.plan.json.PlanWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of the first line of a run, as {@link ValueCodec} gives them; why by hand, see {@link PlanWriter}. */
final class RequestWriter {

    private RequestWriter() {}

    static void write(RunRequested request, Map<String, Object> to) {
        to.put("run", request.run());
        to.put("owner", owner(request.owner()));
        to.put("tags", request.tags());
        to.put("settings", settings(request.settings()));
        to.put("plan", PlanWriter.plan(request.plan()));
    }

    private static Map<String, Object> owner(Owner owner) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("pid", owner.pid());
        map.put("started", ValueCodec.encode(Instant.class, owner.started()));
        map.put("machine", owner.machine());
        return map;
    }

    private static Map<String, Object> settings(RunSettings settings) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("maxWorkers", settings.maxWorkers());
        map.put("maxSplits", settings.maxSplits());
        map.put("keepGoing", settings.keepGoing());
        settings.origin().ifPresent(origin -> map.put("origin", ValueCodec.encode(RunSettings.Origin.class, origin)));
        map.put("surroundings", surroundings(settings.surroundings()));
        map.put("pools", settings.pools());
        settings.trigger().ifPresent(trigger -> map.put("trigger", ValueCodec.encode(TriggeredBy.class, trigger)));
        return map;
    }

    private static Map<String, Object> surroundings(Surroundings surroundings) {
        Map<String, Object> variables = new LinkedHashMap<>();
        surroundings.environment().forEach((name, value) -> variables.put(name, value.orElse(null)));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("environment", variables);
        surroundings.workingDirectory().ifPresent(folder -> map.put("workingDirectory", folder));
        surroundings.jvm().ifPresent(jvm -> map.put("jvm", ValueCodec.encode(JvmSettings.class, jvm)));
        surroundings.python().ifPresent(python -> map.put("python", ValueCodec.encode(PythonSettings.class, python)));
        return map;
    }
}
