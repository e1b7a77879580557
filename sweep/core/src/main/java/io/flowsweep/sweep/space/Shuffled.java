package io.flowsweep.sweep.space;

import io.flowsweep.sweep.sampling.Permutation;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** The points of a space in an order that follows from a seed; the position of each is computed. */
final class Shuffled implements Space {

    private final Space space;
    private final long seed;
    private final BigInteger size;
    private final Permutation permutation;

    private Shuffled(Space space, long seed) {
        this.space = space;
        this.seed = seed;
        this.size = space.size();
        this.permutation = new Permutation(size.max(BigInteger.ONE), seed);
    }

    /** Shuffles below a {@link Where}: what that admits is then in the same order, and need not be counted first. */
    static Space of(Space space, long seed) {
        if (space instanceof Where where) {
            return new Where(of(where.parts().get(0), seed), where.conditions());
        }
        if (space instanceof Derive derive) {
            return derive.over(of(derive.parts().get(0), seed));
        }
        return new Shuffled(space, seed);
    }

    long seed() {
        return seed;
    }

    @Override
    public List<Axis> axes() {
        return space.axes();
    }

    @Override
    public BigInteger size() {
        return size;
    }

    @Override
    public Map<String, Object> get(BigInteger index) {
        Indices.check(index, size);
        return space.get(permutation.at(index));
    }

    @Override
    public List<Space> parts() {
        return List.of(space);
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return new Shuffled(space.rewrite(rewrite), seed);
    }

    @Override
    public String kind() {
        return "shuffle";
    }
}
