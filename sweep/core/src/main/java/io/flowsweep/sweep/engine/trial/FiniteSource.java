package io.flowsweep.sweep.engine.trial;

import io.flowsweep.sweep.events.ControlAction;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.Controlled;
import io.flowsweep.sweep.events.SweepEvent.OfTrial;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import io.flowsweep.sweep.events.TrialId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The trials of a finite space that are not settled yet, in an order, each made when it is asked for: one at a time. A trial
 * that is added from outside goes first, and does not come again when its turn comes.
 */
public final class FiniteSource implements VariantSource {

    /** Of more than these, those that are settled already count as left too. */
    private static final long MOST_COUNTED = 10_000_000;

    private final TrialOrder order;
    private final int repeats;
    private final Predicate<TrialId> wanted;
    private final Function<TrialId, Trial> trials;
    private final Supplier<OptionalLong> variants;
    private final Function<List<Map<String, Object>>, VariantsAdded> points;
    private final Deque<TrialId> first = new ArrayDeque<>();
    private final Set<TrialId> early = new HashSet<>();
    private final Set<TrialId> open = new HashSet<>();
    private long next;

    /**
     * @param wanted whether a trial is to run at all
     * @param trials makes a trial
     * @param variants how many there are, when that has been found out
     * @param points takes up points behind those of the space; see {@link #add}
     */
    public FiniteSource(
            TrialOrder order,
            int repeats,
            Predicate<TrialId> wanted,
            Function<TrialId, Trial> trials,
            Supplier<OptionalLong> variants,
            Function<List<Map<String, Object>>, VariantsAdded> points) {
        this.order = order;
        this.repeats = repeats;
        this.wanted = wanted;
        this.trials = trials;
        this.variants = variants;
        this.points = points;
    }

    /** The same, with trials that come before all others: those behind the space, of which nobody has put an end on record. */
    public FiniteSource beginningWith(Collection<TrialId> trials) {
        trials.stream().filter(wanted).forEach(first::add);
        return this;
    }

    @Override
    public List<Trial> ask(int n) {
        while (!first.isEmpty()) {
            TrialId added = first.removeFirst();
            if (!open.contains(added)) {
                early.add(added);
                return List.of(trials.apply(added));
            }
        }
        while (order.has(next)) {
            TrialId trial = order.at(next++);
            if (isToCome(trial) && !open.contains(trial)) {
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
            told.variant().ifPresent(variant -> goFirst(variant, variant + 1));
        } else if (event instanceof VariantsAdded added) {
            goFirst(added.first(), added.end());
        }
    }

    @Override
    public VariantsAdded add(List<Map<String, Object>> more) {
        return points.apply(more);
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
            left += isToCome(order.at(i)) ? 1 : 0;
        }
        return OptionalLong.of(left);
    }

    @Override
    public OptionalLong variants() {
        return variants.get();
    }

    private boolean isToCome(TrialId trial) {
        return wanted.test(trial) && !early.contains(trial);
    }

    /** All of these variants once, then all again. */
    private void goFirst(long begin, long end) {
        for (int repeat = repeats - 1; repeat >= 0; repeat--) {
            for (long variant = end - 1; variant >= begin; variant--) {
                first.addFirst(new TrialId(variant, repeat));
            }
        }
    }
}
