package io.flowsweep.sweep.engine.past;

import io.flowsweep.client.Run;
import io.flowsweep.events.RunState;
import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.engine.result.OpenRuns;
import io.flowsweep.sweep.engine.result.RunResult;
import io.flowsweep.sweep.engine.result.ToldCauses;
import io.flowsweep.sweep.engine.run.VariantIdentities;
import io.flowsweep.sweep.engine.trial.MemoryNeeds;
import io.flowsweep.sweep.engine.trial.SweepTrials;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.engine.trial.UnresolvableVariantException;
import io.flowsweep.sweep.engine.trial.VariantFacts;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.Found;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantDetached;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.Explanation.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Holds what a store has on record against the trials of a sweep, before anything runs. When files and code are as they were,
 * trials are known by their place and no variant is resolved; else by what decides their results.
 */
public final class Reconciler {

    /** Of a sweep with more trials whose file or code has changed, none is looked for. */
    static final long MOST_COMPARED = 200_000;

    /**
     * What came of it.
     *
     * @param known what is on record of trials; nothing of those that never ran
     * @param resumable the runs of others that were lost after they had finished some tasks
     * @param needs what its drivers have learned so far of the memory that its trials need
     * @param events to be put on record
     */
    public record Outcome(
            Map<TrialId, Kind> known,
            Map<TrialId, String> resumable,
            MemoryNeeds needs,
            List<SweepEvent> events,
            Optional<Found> found) {

        /** Whether a trial need not run. */
        public boolean isSettled(TrialId trial) {
            Kind kind = known.get(trial);
            return kind == Kind.REUSED || kind == Kind.FAILED_BEFORE;
        }
    }

    private final SweepTrials sweep;
    private final Journals journals;
    private final VariantFacts facts;
    private final VariantIdentities identities;
    private final PastResults past;
    private final OpenRuns runs;
    private final BiPredicate<TrialId, String> repeated;

    private final Map<TrialId, Kind> known = new HashMap<>();
    private final Map<TrialId, String> resumable = new HashMap<>();
    private final MemoryNeeds needs = new MemoryNeeds();
    private final List<SweepEvent> events = new ArrayList<>();
    private final ToldCauses warnings = new ToldCauses();
    private Optional<String> staleBecause = Optional.empty();

    /** @param repeated whether this trial, which failed with this message, is to run again */
    public Reconciler(
            SweepTrials sweep,
            Journals journals,
            VariantFacts facts,
            VariantIdentities identities,
            PastResults past,
            OpenRuns runs,
            BiPredicate<TrialId, String> repeated) {
        this.sweep = sweep;
        this.journals = journals;
        this.facts = facts;
        this.identities = identities;
        this.past = past;
        this.runs = runs;
        this.repeated = repeated;
    }

    /**
     * Goes on with what earlier drivers have done for the very same variants.
     *
     * @param newest the newest of these drivers
     * @param earlier is told all that they have put on record
     */
    public Outcome goOn(SweepStarted newest, Consumer<SweepEvent> earlier) {
        JournalReader reader = new JournalReader();
        List<VariantsAdded> added = new ArrayList<>();
        journals.readMerged(newest, event -> {
            reader.accept(event);
            earlier.accept(event);
            if (event instanceof VariantsAdded more) {
                added.add(more);
            }
        });
        added.stream().sorted(Comparator.comparingLong(VariantsAdded::first)).forEach(sweep::takeUp);
        reader.ended().forEach(this::settle);
        reader.memoryBytes().forEach(this::learn);
        for (VariantStarted open : reader.open()) {
            if (sweep.has(open.trial())) {
                runs.settled(open).ifPresent(run -> adopt(newest.sweep(), open, run));
            }
        }
        return outcome(0);
    }

    /** Begins anew with whatever results there are for its variants. */
    public Outcome begin(RunIndex index) {
        if (index.own().isEmpty() && index.reusable().isEmpty()) {
            return outcome(0);
        }
        OptionalLong size = sweep.size(MOST_COMPARED);
        if (size.orElse(Long.MAX_VALUE) > MOST_COMPARED) {
            return outcome(0);
        }
        Set<String> present = new HashSet<>();
        for (long i = 0; i < size.getAsLong(); i++) {
            TrialId id = sweep.order().at(i);
            try {
                Trial trial = sweep.trial(id);
                present.add(PastRun.key(trial.variant().name(), trial.key()));
                if (sweep.has(id)) {
                    compare(trial, index);
                }
            } catch (UnresolvableVariantException e) {
                // told when its turn comes
            }
        }
        long detached = 0;
        for (PastRun run : index.own().values()) {
            if (sweep.isWhole() && !present.contains(run.label())) {
                events.add(detached(run));
                detached++;
            }
        }
        return outcome(detached);
    }

    private void compare(Trial trial, RunIndex index) {
        List<String> now = identities.of(trial.variant(), index.codes());
        for (String identity : now) {
            Optional<PastRun> found = index.find(identity, trial.key());
            if (found.isPresent()) {
                List<String> missing = new ArrayList<>();
                reuse(trial, past.viewed(found.get(), missing));
                missing.stream().filter(warnings::isNew).forEach(why -> events.add(warned(trial, why)));
                return;
            }
        }
        Optional<PastRun> before = index.named(trial.variant().name(), trial.key());
        if (before.isEmpty()) {
            return;
        }
        if (!now.contains(before.get().identity())) {
            known.put(trial.id(), Kind.STALE);
            staleBecause = staleBecause.or(() -> past.difference(trial.variant(), before.get()));
        } else if (!before.get().hasValues()) {
            reuse(trial, before.get());
        }
    }

    private void reuse(Trial trial, PastRun run) {
        if (settle(trial.id(), run)) {
            events.addAll(past.reported(trial.id(), run));
            events.add(reused(trial, run));
        }
    }

    private boolean settle(TrialId trial, PastRun run) {
        if (!run.hasValues() && repeated.test(trial, run.failure().orElse(""))) {
            return false;
        }
        if (sweep.has(trial)) {
            known.put(trial, settled(run.hasValues()));
        }
        return true;
    }

    private void learn(TrialId trial, long memoryBytes) {
        try {
            needs.learn(sweep.trial(trial).variant().point(), memoryBytes);
        } catch (UnresolvableVariantException e) {
            // told when its turn comes
        }
    }

    private void adopt(String sweepId, VariantStarted start, Run run) {
        RunResult result = runs.result(run);
        if (run.state() == RunState.LOST
                || run.state() == RunState.RUNNING
                || run.state() == RunState.TERMINATED
                || result.isUnkept()) {
            if (OpenRuns.hasFinishedTasks(run)) {
                resumable.put(start.trial(), run.id());
            }
            return;
        }
        events.add(new VariantReused(
                Instant.now(),
                start.variant(),
                start.repeat(),
                start.name(),
                start.identity(),
                run.id(),
                sweepId,
                start.values(),
                result.state(),
                result.metrics(),
                result.seconds(),
                result.failure(),
                start.repeatKey()));
        known.put(start.trial(), settled(result.hasValues()));
    }

    private static Kind settled(boolean hasValues) {
        return hasValues ? Kind.REUSED : Kind.FAILED_BEFORE;
    }

    private VariantReused reused(Trial trial, PastRun run) {
        return new VariantReused(
                Instant.now(),
                trial.variant().index(),
                trial.repeat(),
                trial.variant().name(),
                run.identity(),
                run.run(),
                run.made().sweep(),
                facts.values(trial.variant()),
                run.state(),
                run.metrics(),
                run.seconds(),
                run.failure(),
                trial.key());
    }

    private static Warned warned(Trial trial, String why) {
        return new Warned(Instant.now(), Optional.of(trial.variant().index()), why);
    }

    private static VariantDetached detached(PastRun run) {
        return new VariantDetached(
                Instant.now(),
                run.name(),
                run.identity(),
                run.repeat(),
                run.run(),
                run.values(),
                run.state(),
                run.metrics(),
                run.seconds());
    }

    private long count(Kind kind) {
        return known.values().stream().filter(kind::equals).count();
    }

    private Outcome outcome(long detached) {
        long fresh = Math.max(0, sweep.own() - known.size()); // of an open space not all are known
        boolean nothing = known.isEmpty() && detached == 0;
        Found found = new Found(
                fresh, count(Kind.REUSED), count(Kind.FAILED_BEFORE), count(Kind.STALE), staleBecause, detached);
        return new Outcome(known, resumable, needs, events, nothing ? Optional.empty() : Optional.of(found));
    }
}
