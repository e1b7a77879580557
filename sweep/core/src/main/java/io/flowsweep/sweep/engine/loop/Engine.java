package io.flowsweep.sweep.engine.loop;

import io.flowsweep.client.MetricValue;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.store.StoreException;
import io.flowsweep.store.UnwritableStoreException;
import io.flowsweep.sweep.engine.journal.Journal;
import io.flowsweep.sweep.engine.result.RunResult;
import io.flowsweep.sweep.engine.run.Effort;
import io.flowsweep.sweep.engine.run.LaunchedRun;
import io.flowsweep.sweep.engine.run.RunLauncher;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.engine.trial.UnresolvableVariantException;
import io.flowsweep.sweep.engine.trial.VariantFacts;
import io.flowsweep.sweep.engine.trial.VariantSource;
import io.flowsweep.sweep.events.ControlAction;
import io.flowsweep.sweep.events.FailureKind;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.AttemptFailed;
import io.flowsweep.sweep.events.SweepEvent.Controlled;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import io.flowsweep.sweep.events.SweepEvent.VariantsCounted;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import io.flowsweep.sweep.events.TrialId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps a bounded number of runs in flight until its source is exhausted, its limits are reached or it is cancelled. A new
 * run starts as soon as one has ended: there are no batches. What happens to one variant never touches another; only a store
 * that fails, or a fault of our own, ends the sweep early.
 *
 * <p>One thread, the one that calls {@link #run()}, does everything and tells the listener every event, in order.
 */
public final class Engine {

    /** Why no more runs are started. */
    private record Ending(Outcome outcome, Optional<String> reason) {}

    private final VariantSource source;
    private final RunLauncher launcher;
    private final EventMaker events;
    private final Escalation escalation;
    private final Announcer announcer;
    private final Limits limits;
    private final Spending spending;

    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final Map<TrialId, Flight> inFlight = new LinkedHashMap<>();
    private final Set<String> warnings = new HashSet<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private Optional<ReportWatch> reports = Optional.empty();
    private Ending ending;
    private boolean paused;
    private boolean counted;
    private boolean left;
    private volatile boolean hurried;
    private long failed;
    private RuntimeException fault;

    /**
     * @param facts what goes on record of a variant
     * @param listener must not throw
     */
    public Engine(
            VariantSource source,
            RunLauncher launcher,
            VariantFacts facts,
            Escalation escalation,
            Journal journal,
            Limits limits,
            Consumer<SweepEvent> listener) {
        this.source = source;
        this.launcher = launcher;
        this.events = new EventMaker(facts);
        this.escalation = escalation;
        this.announcer = new Announcer(journal, source, listener);
        this.limits = limits;
        this.spending = new Spending(limits.budget());
    }

    /** Starts no more runs and ends those under way; returns at once, from any thread, any number of times. */
    public void cancel(Optional<String> reason) {
        hurried = true;
        mailbox.add(() -> {
            end(new Ending(Outcome.CANCELLED, reason));
            terminateAll();
        });
    }

    /**
     * Lets go of a sweep that another driver has taken over: the same as {@link #cancel}, but that runs which go on without
     * their driver are left to that one.
     */
    public void leave(String reason) {
        if (!launcher.outlivesDriver()) {
            cancel(Optional.of(reason));
            return;
        }
        hurried = true;
        mailbox.add(() -> {
            end(new Ending(Outcome.CANCELLED, Optional.of(reason)));
            inFlight.clear();
            left = true;
        });
    }

    /** Obeys as soon as possible; returns at once, from any thread. */
    public void control(ControlAction action, Optional<Long> variant) {
        hurried |= action == ControlAction.CANCEL && variant.isEmpty();
        mailbox.add(() -> obey(action, variant));
    }

    /**
     * Adds points behind those of the sweep; they run before all that wait. Returns at once, from any thread.
     *
     * @param points path to plain value
     * @return those that are new, when that is on record; an {@link InvalidInputException} when the sweep has come to its end
     */
    public CompletableFuture<VariantsAdded> add(List<Map<String, Object>> points) {
        CompletableFuture<VariantsAdded> answer = new CompletableFuture<>();
        over.thenRun(() -> answer.completeExceptionally(ended()));
        mailbox.add(() -> {
            if (ending != null) {
                answer.completeExceptionally(ended());
                return;
            }
            VariantsAdded added;
            try {
                added = source.add(points);
            } catch (FlowSweepException e) {
                answer.completeExceptionally(e);
                return;
            }
            if (!added.points().isEmpty()) {
                announcer.keep(added);
            }
            answer.complete(added);
        });
        return answer;
    }

    private static InvalidInputException ended() {
        return new InvalidInputException(
                "the sweep has come to its end, and nothing can be added to it",
                "",
                "Go on with it: flowsweep resume --add");
    }

    /**
     * Carries the sweep to its end; called once.
     *
     * @return the last event, which the listener has been told
     * @throws RuntimeException a fault of our own, after everything under way has been ended
     */
    public SweepFinished run() {
        reports = launcher.runsReport() ? Optional.of(new ReportWatch(this::reported)) : Optional.empty();
        guarded(launcher::begin);
        guarded(this::fill);
        while (!inFlight.isEmpty() || (paused && ending == null) || !mailbox.isEmpty()) {
            guarded(take());
            guarded(this::fill);
        }
        reports.ifPresent(ReportWatch::close);
        if (left) {
            guarded(launcher::leave);
        } else {
            guarded(() -> launcher.end(ending == null ? Outcome.COMPLETED : ending.outcome(), () -> hurried));
        }
        SweepFinished finished = finish();
        over.complete(null);
        if (fault != null && !(fault instanceof FlowSweepException)) {
            throw fault;
        }
        return finished;
    }

    private void fill() {
        checkSpending();
        while (ending == null && !paused && inFlight.size() < limits.parallel()) {
            int room = limits.parallel() - inFlight.size();
            try {
                List<Trial> asked = source.ask(room);
                tellVariants();
                if (asked.isEmpty()) {
                    return;
                }
                for (Trial trial : asked) {
                    if (ending == null) {
                        start(trial, escalation.first(trial));
                        checkSpending();
                    }
                }
            } catch (UnresolvableVariantException e) {
                skip(e.trial(), e);
            }
        }
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
        inFlight.put(trial.id(), new Flight(trial, effort, run));
        reports.ifPresent(watch -> watch.add(trial.id(), run));
        run.result().whenComplete((result, error) -> mailbox.add(() -> ended(trial.id(), result, error)));
    }

    private void skip(Trial trial, FlowSweepException why) {
        announcer.emit(events.skipped(trial, why.getMessage()));
        countFailure();
    }

    private void ended(TrialId id, RunResult result, Throwable error) {
        Flight flight = inFlight.remove(id);
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
        for (String warning : result.warnings()) {
            if (warnings.add(warning)) {
                announcer.emit(new Warned(Instant.now(), Optional.of(id.variant()), warning));
            }
        }
        Optional<Effort> next = nextAttempt(flight, result);
        if (next.isPresent()) {
            announcer.emit(failedAttempt(flight, result, next.get()));
            flight.run().settled();
            start(flight.trial(), next.get());
            return;
        }
        announcer.emit(
                events.finished(flight.trial(), flight.effort(), flight.run().id(), result));
        flight.run().settled();
        if (!result.hasValues() && result.state() != RunState.TERMINATED) {
            countFailure();
        }
    }

    private Optional<Effort> nextAttempt(Flight flight, RunResult result) {
        boolean isSettled = result.hasValues() || result.state() == RunState.TERMINATED;
        if (isSettled || flight.isCancelled() || ending != null) {
            return Optional.empty();
        }
        return escalation.next(
                flight.trial(), flight.effort(), result, flight.run().id());
    }

    private void reported(TrialId id, LaunchedRun run, List<MetricValue> values) {
        mailbox.add(() -> {
            Flight flight = inFlight.get(id);
            if (flight != null && flight.run() == run) {
                tellReported(flight, values);
            }
        });
    }

    private void tellReported(Flight flight, List<MetricValue> values) {
        for (MetricValue value : values) {
            if (flight.addReported(value)) {
                announcer.emit(events.reported(flight.trial(), flight.run().id(), value));
            }
        }
    }

    private static AttemptFailed failedAttempt(Flight flight, RunResult result, Effort next) {
        return new AttemptFailed(
                Instant.now(),
                flight.trial().variant().index(),
                flight.trial().repeat(),
                flight.run().id(),
                result.state(),
                result.failure().orElse(""),
                result.kind().orElseThrow(),
                result.seconds(),
                next.escalated(),
                result.kind().equals(Optional.of(FailureKind.MEMORY)) ? next.memoryBytes() : Optional.empty());
    }

    private void countFailure() {
        failed++;
        limits.failures()
                .filter(most -> most.isExceeded(failed, limits.trials().getAsLong()))
                .ifPresent(most -> {
                    end(new Ending(
                            Outcome.TOO_MANY_FAILURES,
                            Optional.of(failed + " failed, and it puts up with " + most + " (max_failures)")));
                    terminateAll();
                });
    }

    private void tellVariants() {
        if (!counted && source.variants().isPresent()) {
            counted = true;
            announcer.emit(new VariantsCounted(Instant.now(), source.variants().getAsLong()));
        }
    }

    private void checkSpending() {
        spending.exhausted().ifPresent(why -> {
            boolean isLast = source.left().orElse(1) == 0;
            if (isLast && (inFlight.isEmpty() || !spending.timeIsUp())) {
                return; // spent with the last of its work
            }
            end(new Ending(Outcome.BUDGET_SPENT, Optional.of(why)));
            if (spending.timeIsUp()) {
                terminateAll();
            }
        });
    }

    private void obey(ControlAction action, Optional<Long> variant) {
        announcer.emit(new Controlled(Instant.now(), action, variant));
        switch (action) {
            case PAUSE -> paused = true;
            case RESUME -> paused = false;
            case CANCEL -> {
                if (variant.isPresent()) {
                    cancel(variant.get());
                } else {
                    end(new Ending(Outcome.CANCELLED, Optional.empty()));
                    terminateAll();
                }
            }
            case ADD -> {} // the source has been told
        }
    }

    private void cancel(long variant) {
        inFlight.forEach((id, flight) -> {
            if (id.variant() == variant) {
                flight.cancel();
            }
        });
    }

    /** The first reason counts, but that somebody has asked for the end. */
    private void end(Ending why) {
        if (ending == null) {
            ending = why;
        }
    }

    private SweepFinished finish() {
        if (fault == null) {
            Ending how = ending == null ? new Ending(Outcome.COMPLETED, Optional.empty()) : ending;
            SweepFinished finished = finished(how);
            try {
                announcer.keep(finished);
                return finished;
            } catch (StoreException e) {
                fault = e;
            }
        }
        SweepFinished brokenOff =
                finished(new Ending(Outcome.BROKEN_OFF, Optional.of(String.valueOf(fault.getMessage()))));
        announcer.emit(brokenOff);
        return brokenOff;
    }

    private SweepFinished finished(Ending how) {
        Optional<Long> left =
                source.left().isPresent() ? Optional.of(source.left().getAsLong()) : Optional.empty();
        return new SweepFinished(Instant.now(), how.outcome(), how.reason(), left);
    }

    /** Does a piece of work; when it cannot be done, the sweep breaks off. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (fault == null) {
                fault = e;
            }
            end(new Ending(Outcome.BROKEN_OFF, Optional.empty()));
            terminateAll();
        }
    }

    private void terminateAll() {
        inFlight.values().forEach(Flight::terminate);
    }

    /** Waits for news, or for the time to be up. An interrupt is a cancel. */
    private Runnable take() {
        Runnable nothing = () -> {};
        try {
            Optional<Long> nanos = ending == null ? spending.nanosLeft() : Optional.empty();
            if (nanos.isEmpty()) {
                return mailbox.take();
            }
            Runnable work = mailbox.poll(Math.max(1, nanos.get()), TimeUnit.NANOSECONDS);
            return work == null ? nothing : work;
        } catch (InterruptedException e) {
            cancel(Optional.empty());
            return nothing;
        }
    }
}
