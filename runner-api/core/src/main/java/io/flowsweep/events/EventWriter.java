package io.flowsweep.events;

import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.HostRequested;
import io.flowsweep.events.RunEvent.HostStarted;
import io.flowsweep.events.RunEvent.HostUsed;
import io.flowsweep.events.RunEvent.MetricReported;
import io.flowsweep.events.RunEvent.RunEnded;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvent.TaskStarted;
import io.flowsweep.events.RunEvent.TaskSucceeded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of what each run leaves when all goes well, in the form that {@link io.flowsweep.codec.ValueCodec} gives them. By
 * hand, because to call the accessors of records by reflection takes a new JVM longer than all else that it does for a small run.
 */
final class EventWriter {

    private EventWriter() {}

    /** Adds the parts of an event; false when it is of another kind. */
    static boolean write(RunEvent event, Map<String, Object> to) {
        if (event instanceof TaskStarted started) {
            to.put("task", started.task());
            to.put("key", started.key());
            to.put("step", started.step());
            to.put("attempt", started.attempt());
        } else if (event instanceof TaskSucceeded done) {
            to.put("task", done.task());
            to.put("step", done.step());
            to.put("attempt", done.attempt());
            to.put("artifacts", artifacts(done.artifacts()));
        } else if (event instanceof MetricReported reported) {
            to.put("task", reported.task());
            to.put("metric", reported.metric());
            to.put("step", reported.step());
            to.put("value", reported.value());
        } else if (event instanceof HostStarted started) {
            to.put("pid", started.pid());
            to.put("java", started.java());
        } else if (event instanceof HostUsed used) {
            to.put("host", used.host());
            to.put("usage", usage(used.usage()));
        } else if (event instanceof RunRequested request) {
            RequestWriter.write(request, to);
        } else if (event instanceof HostRequested requested) {
            to.put("host", requested.host());
            to.put("executor", requested.executor());
            to.put("key", requested.key());
        } else if (event instanceof RunEnded ended && ended.failure().isEmpty()) {
            to.put("state", ended.state().name());
        } else if (event instanceof HostEnded ended && ended.failure().isEmpty()) {
            to.put("state", ended.state().name());
        } else {
            return false;
        }
        return true;
    }

    private static List<Object> artifacts(List<Artifact> artifacts) {
        List<Object> list = new ArrayList<>();
        for (Artifact artifact : artifacts) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", artifact.name());
            map.put("codec", artifact.codec());
            if (artifact.value().isPresent()) {
                map.put("value", artifact.value().get());
            }
            if (artifact.blob().isPresent()) {
                map.put("blob", artifact.blob().get());
            }
            list.add(map);
        }
        return list;
    }

    private static Map<String, Object> usage(ResourceUsage usage) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("peakMemoryBytes", usage.peakMemoryBytes());
        map.put("cpuSeconds", usage.cpuSeconds());
        map.put("wallSeconds", usage.wallSeconds());
        return map;
    }
}
