package io.flowsweep.sweep.results;

import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.ControlAction;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.AttemptFailed;
import io.flowsweep.sweep.events.SweepEvent.Controlled;
import io.flowsweep.sweep.events.SweepEvent.Found;
import io.flowsweep.sweep.events.SweepEvent.OfTrial;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import io.flowsweep.sweep.events.SweepEvent.VariantsCounted;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.SweepSummary.FailureGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what the events of a sweep say; each event costs O(1), so that a progress line may be drawn from it at any time. The
 * events of several drivers may be told one driver after the other; of a trial that has ended several times the last counts, and while
 * it runs again none does. Thread-safe.
 */
public final class SweepTally {

    private enum Standing {
        SUCCEEDED,
        FAILED,
        SKIPPED,
        TERMINATED;

        static Standing of(RunState state) {
            return switch (state) {
                case SUCCEEDED, STOPPED -> SUCCEEDED;
                case TERMINATED -> TERMINATED;
                default -> FAILED;
            };
        }
    }

    /** How a trial ended; the message is present when it failed or was skipped. */
    private record End(Standing standing, Optional<String> message) {}

    private SweepStarted sweep;
    private final Map<TrialId, String> running = new HashMap<>();
    private final Map<TrialId, End> ended = new HashMap<>();
    private final FailureGroups failures = new FailureGroups();
    private final BestVariant best = new BestVariant();
    private final Map<Standing, Long> counts = new EnumMap<>(Standing.class);
    private long variants;
    private boolean open;

    /** One more than the index of the last variant that was added from outside. */
    private long addedEnd;

    private long repeated;
    private boolean paused;
    private Duration earlier = Duration.ZERO;
    private Instant first;
    private Pace pace;
    private Instant last = Instant.EPOCH;
    private SweepFinished finished;

    /** Takes an event into account; a sweep's first is {@link SweepStarted}. */
    public synchronized void accept(SweepEvent event) {
        if (open && event instanceof OfTrial trial) {
            variants = Math.max(variants, trial.variant() + 1);
        }
        if (event instanceof SweepStarted started) {
            start(started);
        } else if (event instanceof VariantsCounted counted) {
            variants = counted.variants();
            open = false;
        } else if (event instanceof VariantsAdded more) {
            addedEnd = Math.max(addedEnd, more.end());
        } else if (event instanceof VariantStarted started) {
            running.put(started.trial(), started.name());
            forget(started.trial());
        } else if (event instanceof AttemptFailed) {
            repeated++;
        } else if (event instanceof VariantFinished end) {
            String name = Optional.ofNullable(running.remove(end.trial())).orElse("variant " + end.variant());
            count(end.trial(), name, new End(Standing.of(end.state()), message(end)), Optional.of(end.run()));
            best.put(end.trial(), name, end.metrics());
            pace = pace.withEnd(end.at());
        } else if (event instanceof VariantReused reused) {
            Optional<String> message = reused.failure();
            count(
                    reused.trial(),
                    reused.name(),
                    new End(Standing.of(reused.state()), message),
                    Optional.of(reused.run()));
            best.put(reused.trial(), reused.name(), reused.metrics());
        } else if (event instanceof VariantSkipped skipped) {
            running.remove(skipped.trial());
            End end = new End(Standing.SKIPPED, Optional.of(skipped.reason()));
            count(skipped.trial(), skipped.name(), end, Optional.empty());
        } else if (event instanceof Controlled control) {
            paused = control.action() == ControlAction.PAUSE || control.action() != ControlAction.RESUME && paused;
        } else if (event instanceof SweepFinished end) {
            finished = end;
            running.clear();
        }
        last = event.at();
    }

    /**
     * The counts as they stand now.
     *
     * @throws IllegalStateException when no sweep has started yet
     */
    public synchronized SweepSummary summary() {
        if (sweep == null) {
            throw new IllegalStateException("a summary needs the sweep's first event");
        }
        List<FailureGroup> groups = failures.groups().stream()
                .sorted(Comparator.comparingLong(FailureGroup::count).reversed())
                .toList();
        long all = Math.max(variants, addedEnd);
        return new SweepSummary(
                sweep.name(),
                all,
                Math.multiplyExact(all, (long) sweep.repeats()),
                open,
                running.size(),
                count(Standing.SUCCEEDED),
                sweep.found().map(Found::reused).orElse(0L),
                count(Standing.FAILED),
                count(Standing.SKIPPED),
                count(Standing.TERMINATED),
                repeated,
                paused,
                best.best(),
                groups,
                pace,
                earlier.plus(sinceFirst()),
                Optional.ofNullable(finished).map(SweepFinished::outcome),
                Optional.ofNullable(finished).flatMap(SweepFinished::reason));
    }

    /** Of the newest driver; nothing when its clock was set back. */
    private Duration sinceFirst() {
        return last.isBefore(first) ? Duration.ZERO : Duration.between(first, last);
    }

    /** Another driver, or the first; what an earlier one had under way is no longer. */
    private void start(SweepStarted started) {
        if (sweep != null && started.shard().isEmpty()) {
            running.clear();
        }
        if (first != null) {
            earlier = earlier.plus(sinceFirst());
        }
        sweep = started;
        open = started.open().orElse(false);
        variants = Math.max(started.variants(), open ? variants : 0);
        first = started.at();
        pace = Pace.from(first);
        finished = null;
        paused = false;
        best.of(started);
    }

    private void count(TrialId trial, String name, End end, Optional<String> run) {
        forget(trial);
        ended.put(trial, end);
        add(end.standing(), 1);
        end.message().ifPresent(message -> failures.add(message, trial, name, run));
    }

    /** How a trial ended counts no longer: it runs again, or has ended once more. */
    private void forget(TrialId trial) {
        End before = ended.remove(trial);
        if (before != null) {
            add(before.standing(), -1);
            before.message().ifPresent(message -> failures.remove(message, trial));
        }
    }

    private void add(Standing standing, long n) {
        counts.merge(standing, n, Long::sum);
    }

    private long count(Standing standing) {
        return counts.getOrDefault(standing, 0L);
    }

    private static Optional<String> message(VariantFinished end) {
        return Standing.of(end.state()) == Standing.FAILED
                ? Optional.of(end.failure().orElse(end.state().name().toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
