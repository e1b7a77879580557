package io.flowsweep.sweep.engine.frozen;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.results.Added;
import io.flowsweep.sweep.space.Completion;
import io.flowsweep.sweep.space.Space;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be added to a sweep, held against what it has.
 *
 * @param points path to plain value; none of the sweep
 */
public record AddedPoints(List<Map<String, Object>> points, Added added) {

    public static final AddedPoints NONE = new AddedPoints(List.of(), new Added(List.of(), List.of()));

    /** A sweep with more variants is not searched for points that it has already. */
    private static final long MOST_COMPARED = 1_000_000;

    private static final BigInteger MOST_ADDED = BigInteger.valueOf(10_000);

    /**
     * The points that a sweep as it was begun has when some of its axes have other values; see {@link
     * io.flowsweep.sweep.file.SweepFile#points}.
     *
     * @param frozen what stands for the sweep
     * @param completion how its points are compared
     * @param variants all that it has, those added before included
     * @throws InvalidInputException with all values that do not fit, or when there are too many variants to compare
     */
    public static AddedPoints of(
            Store store,
            String sweepId,
            String frozen,
            Completion completion,
            Variants variants,
            List<SweepOverride> values) {
        Map<Map<String, Object>, Map<String, Object>> wanted =
                wanted(new Freezer(store).points(Frozen.read(store, frozen), sweepId, frozen, values), completion);
        Set<Map<String, Object>> known = known(variants.space(), completion, wanted.keySet());
        List<Map<String, Object>> points = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> present = new ArrayList<>();
        wanted.forEach((complete, point) -> {
            boolean isNew = !known.contains(complete);
            (isNew ? names : present).add(variants.name(point));
            if (isNew) {
                points.add(point);
            }
        });
        return new AddedPoints(points, new Added(names, present));
    }

    /** The points by what they are compared by, in their order. */
    private static Map<Map<String, Object>, Map<String, Object>> wanted(Space space, Completion completion) {
        BigInteger size = space.size();
        if (size.compareTo(MOST_ADDED) > 0) {
            throw new InvalidInputException(
                    "that is " + size + " variants, and at most " + MOST_ADDED + " are added at a time",
                    "",
                    "Give other axes one value each, or make a sweep of them.");
        }
        Map<Map<String, Object>, Map<String, Object>> wanted = new LinkedHashMap<>();
        for (long i = 0; i < size.longValueExact(); i++) {
            Map<String, Object> point = space.get(i);
            wanted.putIfAbsent(completion.of(point), point);
        }
        return wanted;
    }

    private static Set<Map<String, Object>> known(Space space, Completion completion, Set<Map<String, Object>> wanted) {
        Space.Count count = space.count(MOST_COMPARED);
        if (!count.exact() || count.value().compareTo(BigInteger.valueOf(MOST_COMPARED)) > 0) {
            throw new InvalidInputException(
                    "nothing can be added to a sweep of " + count + " variants: at most " + MOST_COMPARED
                            + " are searched for what it has already",
                    "",
                    "Make a sweep of what is to be added.");
        }
        Set<Map<String, Object>> known = new HashSet<>();
        for (long i = 0; i < count.value().longValueExact(); i++) {
            Map<String, Object> point = completion.of(space.get(i));
            if (wanted.contains(point)) {
                known.add(point);
            }
        }
        return known;
    }
}
