package io.flowsweep.sweep.results;

import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.AttemptFailed;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.TrialId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** When the runs of a sweep went on, attempts that failed included. Confined to one thread. */
final class Timeline {

    /**
     * A run that has ended.
     *
     * @param start of its host, in seconds since 1970
     * @param slot from 1: runs of one slot never overlap, and there are no more slots than runs that went on at once
     */
    record Bar(TrialId trial, double start, double end, RunState state, int slot) {}

    /** A slot that is free from some time on. */
    private record Free(double from, int slot) {}

    private final List<Bar> bars = new ArrayList<>();

    void accept(SweepEvent event) {
        if (event instanceof VariantFinished end) {
            add(end.trial(), end.at(), end.seconds(), end.state());
        } else if (event instanceof AttemptFailed end) {
            add(end.trial(), end.at(), end.seconds(), end.state());
        }
    }

    private void add(TrialId trial, Instant at, double seconds, RunState state) {
        double end = at.getEpochSecond() + at.getNano() / 1e9;
        bars.add(new Bar(trial, end - seconds, end, state, 0));
    }

    /** All, by their start. */
    List<Bar> bars() {
        List<Bar> sorted = new ArrayList<>(bars);
        sorted.sort(Comparator.comparingDouble(Bar::start).thenComparing(Bar::trial));
        PriorityQueue<Integer> free = new PriorityQueue<>();
        PriorityQueue<Free> taken = new PriorityQueue<>(Comparator.comparingDouble(Free::from));
        List<Bar> placed = new ArrayList<>();
        int slots = 0;
        for (Bar bar : sorted) {
            while (!taken.isEmpty() && taken.peek().from() <= bar.start()) {
                free.add(taken.remove().slot());
            }
            int slot = free.isEmpty() ? ++slots : free.remove();
            taken.add(new Free(bar.end(), slot));
            placed.add(new Bar(bar.trial(), bar.start(), bar.end(), bar.state(), slot));
        }
        return placed;
    }
}
