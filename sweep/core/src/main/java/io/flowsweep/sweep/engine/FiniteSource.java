package io.flowsweep.sweep.engine;

import io.flowsweep.sweep.events.ControlAction;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.Controlled;
import io.flowsweep.sweep.events.SweepEvent.OfTrial;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.TrialId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The trials of a finite space that are not settled yet, in an order, each made when it is asked for: one at a time. A trial
 * that is added from outside goes first.
 */
final class FiniteSource implements VariantSource {

    /** Of more than these, those that are settled already count as left too. */
    private static final long MOST_COUNTED = 10_000_000;

    private final TrialOrder order;
    private final int repeats;
    private final Predicate<TrialId> wanted;
    private final Function<TrialId, Trial> trials;
    private final Supplier<OptionalLong> variants;
    private final Deque<TrialId> first = new ArrayDeque<>();
    private final Set<TrialId> open = new HashSet<>();
    private long next;

    /**
     * @param wanted whether a trial is to run at all
     * @param trials makes a trial
     * @param variants how many there are, when that has been found out
     */
    FiniteSource(
            TrialOrder order,
            int repeats,
            Predicate<TrialId> wanted,
            Function<TrialId, Trial> trials,
            Supplier<OptionalLong> variants) {
        this.order = order;
        this.repeats = repeats;
        this.wanted = wanted;
        this.trials = trials;
        this.variants = variants;
    }

    @Override
    public List<Trial> ask(int n) {
        while (!first.isEmpty()) {
            TrialId added = first.removeFirst();
            if (!open.contains(added)) {
                return List.of(trials.apply(added));
            }
        }
        while (order.has(next)) {
            TrialId trial = order.at(next++);
            if (wanted.test(trial) && !open.contains(trial)) {
                return List.of(trials.apply(trial));
            }
        }
        return List.of();
    }

    @Override
    public void tell(SweepEvent event) {
        if (event instanceof VariantStarted started) {
            open.add(started.trial());
        } else if (event instanceof VariantFinished || event instanceof VariantSkipped) {
            open.remove(((OfTrial) event).trial());
        } else if (event instanceof Controlled told && told.action() == ControlAction.ADD) {
            told.variant().ifPresent(this::add);
        }
    }

    @Override
    public OptionalLong left() {
        OptionalLong size = order.size();
        if (size.isEmpty()) {
            return order.has(next) ? OptionalLong.empty() : OptionalLong.of(first.size());
        }
        if (size.getAsLong() - next > MOST_COUNTED) {
            return OptionalLong.of(size.getAsLong() - next);
        }
        long left = first.size();
        for (long i = next; i < size.getAsLong(); i++) {
            left += wanted.test(order.at(i)) ? 1 : 0;
        }
        return OptionalLong.of(left);
    }

    @Override
    public OptionalLong variants() {
        return variants.get();
    }

    private void add(long variant) {
        for (int repeat = repeats - 1; repeat >= 0; repeat--) {
            first.addFirst(new TrialId(variant, repeat));
        }
    }
}
