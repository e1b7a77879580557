package io.flowsweep.scheduler;

import io.flowsweep.deployer.TriggerCause;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.deployer.spi.Target;
import io.flowsweep.deployer.spi.TriggerRequest;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.plan.AutomationPlan.Overlap;
import io.flowsweep.scheduler.SchedulerEvent.Fired;
import io.flowsweep.scheduler.SchedulerEvent.LeftOut;
import io.flowsweep.scheduler.SchedulerEvent.Refused;
import io.flowsweep.scheduler.SchedulerEvent.Waiting;
import io.flowsweep.scheduler.subscription.Served;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts runs, one for each id of a trigger, and says so in the journal. An id follows from the time that was due, or from the
 * events, so that what is done again after a restart starts nothing. Used by one thread.
 */
final class Starter {

    /** So often a deployment may be run in one chain of events; few, as each round may have several times the runs of the last. */
    static final int MOST_ROUNDS = 3;

    private final Store store;
    private final Target target;
    private final InstantSource clock;
    private final Record record;
    private final SchedulerState state;

    /** Of schedules that look at earlier runs. */
    private final Map<String, TriggerRecord> triggered = new HashMap<>();

    /** Puts on record what was done. */
    interface Record {
        void append(SchedulerEvent event);
    }

    /** @param state which {@code record} keeps up to date */
    Starter(Store store, Target target, InstantSource clock, Record record, SchedulerState state) {
        this.store = store;
        this.target = target;
        this.clock = clock;
        this.record = record;
        this.state = state;
    }

    /** The schedule of a deployment is due. */
    void due(Served deployment, Instant planned) {
        if (deployment.overlap() == Overlap.ALLOW) {
            state.forgetRuns(deployment.name());
        } else {
            List<TriggerRecord> earlier = underWay(deployment.name());
            if (!earlier.isEmpty() && deployment.overlap() == Overlap.FORBID) {
                String reason = "its run " + earlier.get(0).run() + " is under way";
                record.append(new LeftOut(clock.instant(), deployment.name(), planned, reason));
                return;
            }
            earlier.forEach(target::terminate);
        }
        start(deployment, "schedule " + planned, Map.of(), TriggerCause.schedule(planned));
    }

    /** What a trigger of a deployment waits for has happened. */
    void happened(Served deployment, int trigger, List<TriggerEvent> events, Map<String, Object> parameters) {
        TriggerCause cause = TriggerCause.event(events);
        List<String> chain =
                cause.told(deployment.name(), deployment.version().version()).chain();
        if (Collections.frequency(chain, deployment.name()) > MOST_ROUNDS) {
            refuse(deployment.name(), cause, circle(deployment.name(), chain));
            return;
        }
        StringBuilder id = new StringBuilder("event ").append(trigger);
        events.forEach(event -> id.append(' ').append(event.name()).append(' ').append(event.id()));
        start(deployment, id.toString(), parameters, cause);
    }

    /** An event that waits for others is forgotten, since very many wait behind it. */
    void tooMany(Waiting first) {
        refuse(
                first.deployment(),
                TriggerCause.event(List.of(first.event())),
                "it is forgotten, as too many of its name wait for others to come; give the trigger a reset");
    }

    private static String circle(String deployment, List<String> chain) {
        List<String> round = chain.subList(chain.subList(0, chain.size() - 1).lastIndexOf(deployment), chain.size());
        return "each of these has started the next by an event, round and round, " + MOST_ROUNDS + " times: "
                + String.join(" -> ", round) + ". No more are started; remove one of their triggers";
    }

    private void start(Served served, String id, Map<String, Object> parameters, TriggerCause cause) {
        String name = served.name();
        try {
            Map<String, Object> bound = served.version().run().bind(store, parameters);
            TriggerRecord run = target.trigger(name, new TriggerRequest(Optional.of(id), bound, cause));
            if (cause.planned().isPresent() && served.overlap() != Overlap.ALLOW) {
                triggered.put(run.run(), run);
            }
            record.append(
                    new Fired(clock.instant(), name, run.version(), id, run.run(), cause.toString(), cause.planned()));
        } catch (StoreException e) {
            throw e; // it is started when the store is whole again
        } catch (FlowSweepException e) {
            refuse(name, cause, e.getMessage());
        }
    }

    private void refuse(String deployment, TriggerCause cause, String problem) {
        record.append(new Refused(clock.instant(), deployment, cause.toString(), cause.planned(), problem));
    }

    /** The runs of a deployment's schedule that have not ended. */
    private List<TriggerRecord> underWay(String deployment) {
        List<String> runs = state.open(deployment);
        if (!triggered.keySet().containsAll(runs)) { // before a restart
            target.triggers(deployment)
                    .filter(trigger -> runs.contains(trigger.run()))
                    .forEach(trigger -> triggered.put(trigger.run(), trigger));
        }
        List<String> ended = runs.stream().filter(run -> hasEnded(run)).toList();
        triggered.keySet().removeAll(ended);
        state.ended(deployment, ended);
        return state.open(deployment).stream().map(triggered::get).toList();
    }

    private boolean hasEnded(String run) {
        TriggerRecord trigger = triggered.get(run);
        return trigger == null || target.standing(trigger).status().ended();
    }
}
