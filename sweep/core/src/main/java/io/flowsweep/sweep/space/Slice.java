package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Some points of a space, in their order: {@code skip}, {@code limit} and shards.
 *
 * @param skip the position of the first
 * @param limit the most there are; null for no bound
 * @param step the distance of the positions
 */
record Slice(Space space, BigInteger skip, BigInteger limit, BigInteger step) implements Space {

    /** @throws IllegalArgumentException when a number is negative, or the step 0 */
    Slice {
        if (skip.signum() < 0 || step.signum() < 1 || limit != null && limit.signum() < 0) {
            throw new IllegalArgumentException("skip >= 0 and limit >= 0 must hold, got " + skip + " and " + limit);
        }
    }

    @Override
    public List<Axis> axes() {
        return space.axes();
    }

    @Override
    public BigInteger size() {
        Count known = count(0);
        for (long most = 1000; !known.exact(); most *= 2) {
            known = count(most); // a Where below need not find more points than the limit lets through
        }
        return known.value();
    }

    @Override
    public Count count(long most) {
        Count whole = space.count(most);
        BigInteger left = of(whole.value());
        return new Count(left, whole.exact() || limit != null && left.compareTo(limit) >= 0);
    }

    private BigInteger of(BigInteger size) {
        BigInteger left = size.subtract(skip).max(BigInteger.ZERO);
        BigInteger steps = left.add(step).subtract(BigInteger.ONE).divide(step);
        return limit == null ? steps : steps.min(limit);
    }

    @Override
    public Map<String, Object> get(BigInteger index) {
        if (index.signum() < 0 || limit != null && index.compareTo(limit) >= 0) {
            throw new IndexOutOfBoundsException("index " + index + " is not among the "
                    + (limit == null ? "points" : "first " + limit + " points"));
        }
        return space.get(skip.add(index.multiply(step)));
    }

    @Override
    public List<Space> parts() {
        return List.of(space);
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return new Slice(space.rewrite(rewrite), skip, limit, step);
    }

    @Override
    public String kind() {
        return step.equals(BigInteger.ONE) ? "limit" : "shard";
    }
}
