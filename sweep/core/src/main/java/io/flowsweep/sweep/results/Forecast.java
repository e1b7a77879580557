package io.flowsweep.sweep.results;

import io.flowsweep.events.Owner;
import io.flowsweep.sweep.events.SweepEvent.Found;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.Explanation.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a start of a sweep would find on record.
 *
 * @param found counted as at a start; empty when nothing is on record
 * @param open whether there may be more variants than have been looked at
 * @param known what is on record of trials; nothing of those that would run for the first time
 * @param repeats how often each variant runs
 * @param drivers the processes that drive the sweep now: a start would be refused
 */
public record Forecast(
        Optional<Found> found, boolean open, Map<TrialId, Kind> known, int repeats, List<Owner> drivers) {

    /** Nothing is on record. */
    public static Forecast none(int repeats) {
        return new Forecast(Optional.empty(), false, Map.of(), repeats, List.of());
    }

    /** What is on record of each repeat of a variant, in their order. */
    public List<Kind> of(long variant) {
        return IntStream.range(0, repeats)
                .mapToObj(repeat -> known.getOrDefault(new TrialId(variant, repeat), Kind.NEW))
                .toList();
    }
}
