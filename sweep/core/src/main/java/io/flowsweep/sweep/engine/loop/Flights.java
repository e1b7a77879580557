package io.flowsweep.sweep.engine.loop;

import io.flowsweep.client.MetricValue;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.events.RunState;
import io.flowsweep.store.StoreException;
import io.flowsweep.store.UnwritableStoreException;
import io.flowsweep.sweep.engine.result.RunResult;
import io.flowsweep.sweep.engine.result.ToldCauses;
import io.flowsweep.sweep.engine.run.Effort;
import io.flowsweep.sweep.engine.run.LaunchedRun;
import io.flowsweep.sweep.engine.run.RunLauncher;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import io.flowsweep.sweep.events.TrialId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The runs of an engine that are under way: starts each attempt at a trial, and sees to what follows from its end: the next
 * attempt, or the trial's last word. Confined to the engine's thread.
 */
final class Flights implements AutoCloseable {

    private final RunLauncher launcher;
    private final Escalation escalation;
    private final EventMaker events;
    private final Announcer announcer;
    private final Spending spending;
    private final Runnable failed;
    private final Ending ending;
    private final Consumer<Runnable> mailbox;
    private final Map<TrialId, Flight> underWay = new LinkedHashMap<>();
    private final ToldCauses warnings = new ToldCauses();
    private Optional<ReportWatch> reports = Optional.empty();

    /**
     * @param spending is told of every run
     * @param failed is called for every trial that has failed for good
     * @param ending once it has come, nothing is tried again
     * @param mailbox takes work for the engine's thread, from any thread
     */
    Flights(
            RunLauncher launcher,
            Escalation escalation,
            EventMaker events,
            Announcer announcer,
            Spending spending,
            Runnable failed,
            Ending ending,
            Consumer<Runnable> mailbox) {
        this.launcher = launcher;
        this.escalation = escalation;
        this.events = events;
        this.announcer = announcer;
        this.spending = spending;
        this.failed = failed;
        this.ending = ending;
        this.mailbox = mailbox;
    }

    /** Begins to look at what runs report on the way, as far as they do. */
    void watch() {
        reports = launcher.runsReport() ? Optional.of(new ReportWatch(this::reported)) : Optional.empty();
    }

    /** Ends {@link #watch}. */
    @Override
    public void close() {
        reports.ifPresent(ReportWatch::close);
    }

    int size() {
        return underWay.size();
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    /** Starts the first attempt at a trial. */
    void start(Trial trial) {
        start(trial, escalation.first(trial));
    }

    /** Passes over a trial that cannot be run: it has failed. */
    void skip(Trial trial, FlowSweepException why) {
        announcer.emit(events.skipped(trial, why.getMessage()));
        failed.run();
    }

    /** Ends the runs of one variant, which are not tried again. Returns at once. */
    void cancel(long variant) {
        underWay.forEach((id, flight) -> {
            if (id.variant() == variant) {
                flight.cancel();
            }
        });
    }

    /** Ends all. Returns at once. */
    void terminate() {
        underWay.values().forEach(Flight::terminate);
    }

    /** Lets go of all: what becomes of them is another driver's concern. */
    void leave() {
        underWay.clear();
    }

    private void start(Trial trial, Effort wanted) {
        Effort effort = launcher.resumesRuns() ? wanted : wanted.fromTheStart();
        LaunchedRun run;
        try {
            run = launcher.launch(trial, effort, id -> announcer.note(events.started(trial, effort, id)));
        } catch (StoreException e) {
            throw e;
        } catch (FlowSweepException e) {
            skip(trial, e);
            return;
        }
        spending.runStarted();
        underWay.put(trial.id(), new Flight(trial, effort, run));
        reports.ifPresent(watch -> watch.add(trial.id(), run));
        run.result().whenComplete((result, error) -> mailbox.accept(() -> ended(trial.id(), result, error)));
    }

    private void ended(TrialId id, RunResult result, Throwable error) {
        Flight flight = underWay.remove(id);
        reports.ifPresent(watch -> watch.remove(id));
        if (flight == null) {
            return; // left to another driver
        }
        if (error != null) {
            throw new IllegalStateException("the result of run " + flight.run().id() + " cannot be told", error);
        }
        spending.runEnded(result);
        if (result.isUnkept()) { // no end of it on record, so that it runs again
            throw new UnwritableStoreException(result.failure().orElseThrow(), null);
        }
        tellReported(flight, result.reported());
        tellWarnings(id, result.warnings());
        Optional<Effort> next = nextAttempt(flight, result);
        if (next.isPresent()) {
            announcer.emit(events.attemptFailed(flight, result, next.get()));
            flight.run().settled();
            start(flight.trial(), next.get());
            return;
        }
        announcer.emit(events.finished(flight, result));
        flight.run().settled();
        if (!isSettled(result)) {
            failed.run();
        }
    }

    private Optional<Effort> nextAttempt(Flight flight, RunResult result) {
        if (isSettled(result) || flight.isCancelled() || ending.hasCome()) {
            return Optional.empty();
        }
        return escalation.next(
                flight.trial(), flight.effort(), result, flight.run().id());
    }

    private static boolean isSettled(RunResult result) {
        return result.hasValues() || result.state() == RunState.TERMINATED;
    }

    /** Called by the watch, on its thread. */
    private void reported(TrialId id, LaunchedRun run, List<MetricValue> values) {
        mailbox.accept(() -> {
            Flight flight = underWay.get(id);
            if (flight != null && flight.run() == run) {
                tellReported(flight, values);
            }
        });
    }

    private void tellReported(Flight flight, List<MetricValue> values) {
        for (MetricValue value : values) {
            if (flight.addReported(value)) {
                announcer.emit(events.reported(flight, value));
            }
        }
    }

    /** Each once. */
    private void tellWarnings(TrialId id, List<String> told) {
        for (String warning : told) {
            if (warnings.isNew(warning)) {
                announcer.emit(new Warned(Instant.now(), Optional.of(id.variant()), warning));
            }
        }
    }
}
