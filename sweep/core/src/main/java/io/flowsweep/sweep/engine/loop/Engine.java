package io.flowsweep.sweep.engine.loop;

import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.store.StoreException;
import io.flowsweep.sweep.engine.journal.Journal;
import io.flowsweep.sweep.engine.run.RunLauncher;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.engine.trial.UnresolvableVariantException;
import io.flowsweep.sweep.engine.trial.VariantFacts;
import io.flowsweep.sweep.engine.trial.VariantSource;
import io.flowsweep.sweep.events.ControlAction;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.Controlled;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import io.flowsweep.sweep.events.SweepEvent.VariantsCounted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * <p>One thread, the one that calls {@link #run()}, does everything and tells the listener every event, in order; what others
 * want done is put into its mailbox. What becomes of each run is the concern of {@link Flights}.
 */
public final class Engine {

    private final VariantSource source;
    private final RunLauncher launcher;
    private final Announcer announcer;
    private final EngineLimits limits;
    private final Spending spending;
    private final FailureCount failures;
    private final Ending ending = new Ending();
    private final Flights flights;

    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private boolean paused;
    private boolean counted;
    private boolean left;
    private volatile boolean hurried;

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
            EngineLimits limits,
            Consumer<SweepEvent> listener) {
        this.source = source;
        this.launcher = launcher;
        this.announcer = new Announcer(journal, source, listener);
        this.limits = limits;
        this.spending = new Spending(limits.budget());
        this.failures = new FailureCount(limits);
        this.flights = new Flights(
                launcher, escalation, new EventMaker(facts), announcer, spending, this::failed, ending, mailbox::add);
    }

    /** Starts no more runs and ends those under way; returns at once, from any thread, any number of times. */
    public void cancel(Optional<String> reason) {
        hurried = true;
        mailbox.add(() -> endAll(Outcome.CANCELLED, reason));
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
            ending.because(Outcome.CANCELLED, Optional.of(reason));
            flights.leave();
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
            if (ending.hasCome()) {
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
        flights.watch();
        guarded(launcher::begin);
        guarded(this::fill);
        while (!flights.isEmpty() || (paused && !ending.hasCome()) || !mailbox.isEmpty()) {
            guarded(take());
            guarded(this::fill);
        }
        flights.close();
        if (left) {
            guarded(launcher::leave);
        } else {
            guarded(() -> launcher.end(ending.outcome(), () -> hurried));
        }
        SweepFinished finished = finish();
        over.complete(null);
        ending.fault().filter(fault -> !(fault instanceof FlowSweepException)).ifPresent(fault -> {
            throw fault;
        });
        return finished;
    }

    private void fill() {
        checkSpending();
        while (!ending.hasCome() && !paused && flights.size() < limits.parallel()) {
            try {
                List<Trial> asked = source.ask(limits.parallel() - flights.size());
                tellVariants();
                if (asked.isEmpty()) {
                    return;
                }
                for (Trial trial : asked) {
                    if (!ending.hasCome()) {
                        flights.start(trial);
                        checkSpending();
                    }
                }
            } catch (UnresolvableVariantException e) {
                flights.skip(e.trial(), e);
            }
        }
    }

    private void tellVariants() {
        if (!counted && source.variants().isPresent()) {
            counted = true;
            announcer.emit(new VariantsCounted(Instant.now(), source.variants().getAsLong()));
        }
    }

    private void failed() {
        failures.add();
        failures.tooMany().ifPresent(why -> endAll(Outcome.TOO_MANY_FAILURES, Optional.of(why)));
    }

    private void checkSpending() {
        spending.exhausted().ifPresent(why -> {
            boolean isLast = source.left().orElse(1) == 0;
            if (isLast && (flights.isEmpty() || !spending.timeIsUp())) {
                return; // spent with the last of its work
            }
            ending.because(Outcome.BUDGET_SPENT, Optional.of(why));
            if (spending.timeIsUp()) {
                flights.terminate();
            }
        });
    }

    private void obey(ControlAction action, Optional<Long> variant) {
        announcer.emit(new Controlled(Instant.now(), action, variant));
        switch (action) {
            case PAUSE -> paused = true;
            case RESUME -> paused = false;
            case CANCEL -> variant.ifPresentOrElse(flights::cancel, () -> endAll(Outcome.CANCELLED, Optional.empty()));
            case ADD -> {} // the source has been told
        }
    }

    private void endAll(Outcome how, Optional<String> why) {
        ending.because(how, why);
        flights.terminate();
    }

    private SweepFinished finish() {
        if (ending.fault().isEmpty()) {
            SweepFinished finished = finished(ending.outcome(), ending.reason());
            try {
                announcer.keep(finished);
                return finished;
            } catch (StoreException e) {
                ending.because(e);
            }
        }
        String fault = String.valueOf(ending.fault().orElseThrow().getMessage());
        SweepFinished brokenOff = finished(Outcome.BROKEN_OFF, Optional.of(fault));
        announcer.emit(brokenOff);
        return brokenOff;
    }

    private SweepFinished finished(Outcome how, Optional<String> why) {
        Optional<Long> left =
                source.left().isPresent() ? Optional.of(source.left().getAsLong()) : Optional.empty();
        return new SweepFinished(Instant.now(), how, why, left);
    }

    /** Does a piece of work; when it cannot be done, the sweep breaks off. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            ending.because(e);
            flights.terminate();
        }
    }

    /** Waits for news, or for the time to be up. An interrupt is a cancel. */
    private Runnable take() {
        Runnable nothing = () -> {};
        try {
            Optional<Long> nanos = ending.hasCome() ? Optional.empty() : spending.nanosLeft();
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
