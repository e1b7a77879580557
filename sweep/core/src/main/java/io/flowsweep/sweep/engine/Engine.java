package io.flowsweep.sweep.engine;

import io.flowsweep.client.MetricValue;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.store.StoreException;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import io.flowsweep.sweep.space.Variant;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Keeps a bounded number of runs in flight until its source is exhausted or it is cancelled. A new run starts as soon as
 * one has ended: there are no batches. What happens to one variant never touches another; only a store that fails, or a
 * fault of our own, ends the sweep early.
 *
 * <p>One thread, the one that calls {@link #run()}, does everything and tells the listener every event, in order.
 */
final class Engine {

    private final VariantSource source;
    private final RunLauncher launcher;
    private final VariantFacts facts;
    private final Journal journal;
    private final int parallel;
    private final Consumer<SweepEvent> listener;

    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final Map<Long, LaunchedRun> inFlight = new LinkedHashMap<>();
    private final Set<String> warnings = new HashSet<>();
    private volatile boolean stopping;
    private RuntimeException fault;

    /**
     * @param facts what goes on record of a variant
     * @param parallel the most runs in flight; at least 1
     * @param listener must not throw
     */
    Engine(
            VariantSource source,
            RunLauncher launcher,
            VariantFacts facts,
            Journal journal,
            int parallel,
            Consumer<SweepEvent> listener) {
        this.source = source;
        this.launcher = launcher;
        this.facts = facts;
        this.journal = journal;
        this.parallel = parallel;
        this.listener = listener;
    }

    /** Starts no more runs and ends those under way; returns at once, from any thread, any number of times. */
    void cancel() {
        stopping = true;
        mailbox.add(this::terminateAll);
    }

    /**
     * Carries the sweep to its end; called once.
     *
     * @return the last event, which the listener has been told
     * @throws RuntimeException a fault of our own, after everything under way has been ended
     */
    SweepFinished run() {
        while (true) {
            guarded(this::fill);
            if (inFlight.isEmpty()) {
                break;
            }
            guarded(take());
        }
        SweepFinished finished = finish();
        if (fault != null && !(fault instanceof FlowSweepException)) {
            throw fault;
        }
        return finished;
    }

    private void fill() {
        while (!stopping && inFlight.size() < parallel) {
            List<Variant> asked;
            try {
                asked = source.ask(parallel - inFlight.size());
            } catch (UnresolvableVariantException e) {
                skip(e.variant(), e);
                continue;
            }
            if (asked.isEmpty()) {
                return;
            }
            for (Variant variant : asked) {
                if (!stopping) {
                    start(variant);
                }
            }
        }
    }

    private void start(Variant variant) {
        LaunchedRun run;
        try {
            run = launcher.launch(variant, id -> keep(started(variant, id)));
        } catch (StoreException e) {
            throw e;
        } catch (FlowSweepException e) {
            skip(variant, e);
            return;
        }
        inFlight.put(variant.index(), run);
        run.result().whenComplete((result, error) -> mailbox.add(() -> ended(variant, run, result, error)));
    }

    private void skip(Variant variant, FlowSweepException why) {
        emit(new VariantSkipped(
                Instant.now(), variant.index(), variant.name(), facts.values(variant), why.getMessage()));
    }

    private VariantStarted started(Variant variant, String run) {
        return new VariantStarted(
                Instant.now(), variant.index(), variant.name(), facts.identity(variant), run, facts.values(variant));
    }

    private void ended(Variant variant, LaunchedRun run, RunResult result, Throwable error) {
        inFlight.remove(variant.index());
        if (error != null) {
            throw new IllegalStateException("the result of run " + run.id() + " cannot be told", error);
        }
        for (MetricValue value : result.reported()) {
            emit(new MetricReported(
                    value.at(), variant.index(), run.id(), value.metric(), value.step(), value.value()));
        }
        for (String warning : result.warnings()) {
            if (warnings.add(warning)) {
                emit(new Warned(Instant.now(), Optional.of(variant.index()), warning));
            }
        }
        emit(new VariantFinished(
                Instant.now(),
                variant.index(),
                run.id(),
                result.state(),
                result.metrics(),
                result.seconds(),
                result.failure()));
    }

    private SweepFinished finish() {
        if (fault == null) {
            SweepFinished finished = new SweepFinished(
                    Instant.now(), stopping ? Outcome.CANCELLED : Outcome.COMPLETED, Optional.empty());
            try {
                keep(finished);
                return finished;
            } catch (StoreException e) {
                fault = e;
            }
        }
        SweepFinished brokenOff =
                new SweepFinished(Instant.now(), Outcome.BROKEN_OFF, Optional.of(String.valueOf(fault.getMessage())));
        emit(brokenOff);
        return brokenOff;
    }

    /** Does a piece of work; when it cannot be done, the sweep breaks off. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (fault == null) {
                fault = e;
            }
            stopping = true;
            terminateAll();
        }
    }

    private void terminateAll() {
        for (LaunchedRun run : inFlight.values()) {
            Thread thread = new Thread(run::terminate, "flowsweep-terminate-" + run.id());
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Tells an event once it is safe on disk. */
    private void keep(SweepEvent event) {
        try {
            journal.append(event).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        tell(event);
    }

    private void emit(SweepEvent event) {
        journal.append(event);
        tell(event);
    }

    private void tell(SweepEvent event) {
        source.tell(event);
        listener.accept(event);
    }

    /** Waits for news. An interrupt is a cancel. */
    private Runnable take() {
        try {
            return mailbox.take();
        } catch (InterruptedException e) {
            stopping = true;
            return this::terminateAll;
        }
    }
}
