package io.flowsweep.sweep.events;

import io.flowsweep.codec.ValueCodec;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import java.time.Instant;
import java.util.Map;

/**
 * The parts of the two events that each trial has, as {@link ValueCodec} gives them; why by hand, see
 * {@link io.flowsweep.plan.json.PlanWriter}.
 */
final class TrialEventWriter {

    private TrialEventWriter() {}

    /** Adds the parts of an event; false when it is of another kind. */
    static boolean write(SweepEvent event, Map<String, Object> to) {
        if (event instanceof VariantStarted started) {
            write(started, to);
        } else if (event instanceof VariantFinished finished) {
            write(finished, to);
        } else {
            return false;
        }
        return true;
    }

    private static void write(VariantStarted started, Map<String, Object> to) {
        to.put("at", ValueCodec.encode(Instant.class, started.at()));
        to.put("variant", started.variant());
        to.put("repeat", started.repeat());
        to.put("name", started.name());
        to.put("identity", started.identity());
        to.put("run", started.run());
        to.put("values", ValueCodec.encode(Object.class, started.values()));
        to.put("attempt", started.attempt());
        started.resumes().ifPresent(run -> to.put("resumes", run));
        to.put("repeatKey", started.repeatKey());
    }

    private static void write(VariantFinished finished, Map<String, Object> to) {
        to.put("at", ValueCodec.encode(Instant.class, finished.at()));
        to.put("variant", finished.variant());
        to.put("repeat", finished.repeat());
        to.put("run", finished.run());
        to.put("state", finished.state().name());
        to.put("metrics", finished.metrics());
        to.put("seconds", finished.seconds());
        finished.failure().ifPresent(failure -> to.put("failure", failure));
        finished.kind().ifPresent(kind -> to.put("kind", kind.name()));
        to.put("attempts", finished.attempts());
        finished.escalated().ifPresent(how -> to.put("escalated", how));
    }
}
