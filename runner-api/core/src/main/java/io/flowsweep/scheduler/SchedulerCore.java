package io.flowsweep.scheduler;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.spi.Target;
import io.flowsweep.events.EventRecords;
import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.schedule.Timetable;
import io.flowsweep.scheduler.SchedulerEvent.LeftOut;
import io.flowsweep.scheduler.SchedulerEvent.Refused;
import io.flowsweep.scheduler.subscription.Served;
import io.flowsweep.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a scheduler does, without the waiting: {@link #step} does all that there is to do at the clock's time. Used by one thread.
 */
final class SchedulerCore {

    private final Target target;
    private final Supplier<Optional<Set<String>>> changes;
    private final InstantSource clock;
    private final SchedulerJournal journal;
    private final Consumer<SchedulerEvent> listener;
    private final Starter starter;
    private final Delivery delivery;
    private final Housekeeping housekeeping;
    private final Map<String, Served> deployments = new HashMap<>();
    private final Agenda agenda = new Agenda();
    private Instant last = Instant.EPOCH;
    private boolean idle;

    /**
     * @param changes the deployments that were changed since it was last asked; empty when all must be read again
     * @param listener is told what was put on record
     */
    SchedulerCore(
            Store store,
            Target target,
            Supplier<Optional<Set<String>>> changes,
            InstantSource clock,
            Consumer<SchedulerEvent> listener) {
        this.target = target;
        this.changes = changes;
        this.clock = clock;
        this.journal = new SchedulerJournal(store, clock.instant());
        this.listener = listener;
        this.starter = new Starter(store, target, clock, this::record, journal.state());
        this.delivery = new Delivery(new EventRecords(store), journal.state(), starter, this::record);
        this.housekeeping = new Housekeeping(target, delivery);
        readAll();
        journal.state().retain(deployments.keySet());
        delivery.resume(clock.instant());
    }

    /**
     * Does what is to be done now.
     *
     * @return when something will be due if nothing happens before; empty when never
     */
    Optional<Instant> step() {
        idle = true;
        Instant now = clock.instant();
        Optional<Set<String>> changed = changes.get();
        if (changed.isEmpty() || now.isBefore(last.minus(DueTimes.ON_TIME))) { // the clock was set back
            readAll();
        } else {
            changed.get().forEach(this::read);
        }
        last = now;
        delivery.deliver(now);
        delivery.forget(now);
        for (Agenda.Entry due : agenda.due(now)) {
            fire(deployments.get(due.deployment()), due.due(), now);
        }
        housekeeping.step(now);
        return Stream.of(agenda.next(), delivery.nextEnd())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Whether there was nothing to do in the last step. */
    boolean wasIdle() {
        return idle;
    }

    private void record(SchedulerEvent event) {
        idle = false;
        journal.append(event);
        listener.accept(event);
    }

    private void readAll() {
        List<String> gone = new ArrayList<>(deployments.keySet());
        for (Deployment deployment : target.list()) {
            gone.remove(deployment.name());
            serve(deployment);
        }
        gone.forEach(this::drop);
    }

    private void read(String name) {
        target.find(name).ifPresentOrElse(this::serve, () -> drop(name));
    }

    private void serve(Deployment deployment) {
        try {
            Served served = Served.of(deployment, target.history(deployment.name()), clock.instant());
            deployments.put(served.name(), served);
            delivery.subscribe(served, clock.instant());
            plan(served);
        } catch (RuntimeException e) { // what is damaged there holds up nobody else
            drop(deployment.name());
            record(new Refused(clock.instant(), deployment.name(), "deployed", Optional.empty(), e.toString()));
        }
    }

    private void drop(String name) {
        deployments.remove(name);
        delivery.drop(name, clock.instant());
        agenda.put(name, Optional.empty());
        journal.state().forget(name);
    }

    private void plan(Served deployment) {
        agenda.put(
                deployment.name(),
                deployment
                        .timetable()
                        .filter(timetable -> !deployment.version().paused())
                        .flatMap(timetable -> timetable.next(settled(deployment))));
    }

    /** The last time that need not be looked at again; never one that is to come, as it is when the clock was set back. */
    private Instant settled(Served deployment) {
        Instant now = clock.instant();
        Instant settled = journal.state()
                .settled(deployment.name())
                .filter(due -> due.isAfter(deployment.activeSince()))
                .orElse(deployment.activeSince());
        return settled.isAfter(now) ? now : settled;
    }

    /** @param first that is due */
    private void fire(Served deployment, Instant first, Instant now) {
        SchedulePlan schedule = deployment.automation().schedule().orElseThrow();
        Timetable timetable = deployment.timetable().orElseThrow();
        DueTimes due = DueTimes.of(timetable, first.minusNanos(1), now, schedule.missed());
        due.fired().forEach(planned -> starter.due(deployment, planned));
        due.leftOut()
                .ifPresent(planned -> record(new LeftOut(
                        now,
                        deployment.name(),
                        planned,
                        "nobody was there when it was due, and it is not made up for")));
        agenda.put(deployment.name(), timetable.next(now));
    }
}
