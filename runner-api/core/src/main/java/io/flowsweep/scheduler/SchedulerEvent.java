package io.flowsweep.scheduler;

import io.flowsweep.events.Owner;
import io.flowsweep.flow.TriggerEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line of a scheduler's journal: what it has done. */
public sealed interface SchedulerEvent {

    /** When it was done, by the scheduler's clock. */
    Instant at();

    /**
     * A journal begins.
     *
     * @param owner the scheduler's process
     * @param standing how things stood
     */
    record Begun(Instant at, Owner owner, Standing standing) implements SchedulerEvent {}

    /**
     * A run was triggered.
     *
     * @param trigger the trigger's id, which leads to one run
     * @param run the run's id
     * @param why for people
     * @param planned by its schedule: when it was due
     */
    record Fired(
            Instant at,
            String deployment,
            int version,
            String trigger,
            String run,
            String why,
            Optional<Instant> planned)
            implements SchedulerEvent {}

    /**
     * Something was due and led to no run.
     *
     * @param planned the last time that was due
     */
    record LeftOut(Instant at, String deployment, Instant planned, String reason) implements SchedulerEvent {}

    /**
     * Events, or a schedule, could not start a run.
     *
     * @param planned by its schedule: when it was due
     */
    record Refused(Instant at, String deployment, String why, Optional<Instant> planned, String problem)
            implements SchedulerEvent {}

    /**
     * Events were delivered, or forgotten.
     *
     * @param position in the log of events, up to which they were delivered
     * @param begun those that now wait for others that they are joined with
     * @param over those that wait no more: they were used, or forgotten
     */
    record Delivered(Instant at, long position, List<Waiting> begun, List<Waiting> over) implements SchedulerEvent {}

    /**
     * All that a scheduler must know of what was done before.
     *
     * @param position in the log of events, up to which they were delivered
     * @param settled of each schedule the last time that was due
     * @param open of schedules that look at earlier runs: those that were under way when last looked at
     * @param waiting events that wait for others that they are joined with
     */
    record Standing(
            long position, Map<String, Instant> settled, Map<String, List<String>> open, List<Waiting> waiting) {

        static final Standing FIRST = new Standing(0, Map.of(), Map.of(), List.of());
    }

    /**
     * An event that waits.
     *
     * @param trigger which of the deployment's triggers, from 0
     * @param part which of the trigger's events, from 0
     */
    record Waiting(String deployment, int trigger, int part, TriggerEvent event) {

        boolean isFor(String name, int itsTrigger) {
            return trigger == itsTrigger && deployment.equals(name);
        }
    }
}
