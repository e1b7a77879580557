package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** The points of a small space without those that an earlier one equals. */
public final class Distinct implements Space {

    /** Larger spaces are left as they are. */
    public static final long MOST = 100_000;

    private final Space space;
    private final Map<String, Object> base;
    private final long[] kept;

    private Distinct(Space space, Map<String, Object> base) {
        this.space = space;
        this.base = base;
        Completion completion = new Completion(space.axes(), base);
        Set<Map<String, Object>> seen = new HashSet<>();
        this.kept = LongStream.range(0, space.size().longValueExact())
                .filter(index -> seen.add(completion.of(space.get(index))))
                .toArray();
    }

    /**
     * The space without repetition; the space itself when it has none, cannot have one, or has more than {@link #MOST} points.
     *
     * @param base what a path has where a point says nothing of it
     */
    public static Space of(Space space, Map<String, Object> base) {
        boolean small = mayRepeat(space) && space.size().compareTo(BigInteger.valueOf(MOST)) <= 0;
        if (!small) {
            return space;
        }
        Distinct distinct = new Distinct(space, base);
        return distinct.dropped() == 0 ? space : distinct;
    }

    private static boolean mayRepeat(Space space) {
        boolean itself = space instanceof Union || space instanceof Rows || space instanceof Sample;
        return itself || space.parts().stream().anyMatch(Distinct::mayRepeat);
    }

    /** How many points were left out somewhere in a space; empty when none were. */
    public static Optional<Long> droppedOf(Space space) {
        if (space instanceof Distinct distinct) {
            return Optional.of(distinct.dropped());
        }
        return space.parts().stream().flatMap(part -> droppedOf(part).stream()).findFirst();
    }

    /** How many points were left out. */
    public long dropped() {
        return space.size().longValueExact() - kept.length;
    }

    @Override
    public List<Axis> axes() {
        return space.axes();
    }

    @Override
    public BigInteger size() {
        return BigInteger.valueOf(kept.length);
    }

    @Override
    public Map<String, Object> get(BigInteger index) {
        Indices.check(index, size());
        return space.get(kept[index.intValueExact()]);
    }

    @Override
    public List<Space> parts() {
        return List.of(space);
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return new Distinct(space.rewrite(rewrite), base);
    }

    @Override
    public String kind() {
        return "space";
    }
}
