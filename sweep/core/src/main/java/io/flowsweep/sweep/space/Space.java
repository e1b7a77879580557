package io.flowsweep.sweep.space;

import io.flowsweep.sweep.sampling.Method;
import io.flowsweep.sweep.space.domain.Bindings;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Points over some axes, by index, in a documented order. Immutable and thread-safe. A space is a tree: an {@link Axis} is
 * the smallest one, and the other nodes are made of {@link #parts()}. Size and point of every node cost what its depth
 * costs, however many points there are; only {@link Where} has to look at them one after the other.
 */
public interface Space {

    /** The axes in the order of their columns; no two have one path. Not every point has a value for every axis. */
    List<Axis> axes();

    /** The exact number of points. */
    BigInteger size();

    /**
     * The point at a position: path to plain value. What an axis varies is in it under the axis' path.
     *
     * @param index from 0 (inclusive) to {@link #size()} (exclusive)
     * @throws IndexOutOfBoundsException otherwise
     */
    Map<String, Object> get(BigInteger index);

    /** The same for an index that is a {@code long}. */
    default Map<String, Object> get(long index) {
        return get(BigInteger.valueOf(index));
    }

    /** The spaces that this one is made of, in their order; empty for a leaf. */
    List<Space> parts();

    /** The same tree with other leaves; an axis keeps its place, and a new domain may have another size. */
    Space rewrite(Rewrite rewrite);

    /** {@link #rewrite} of the axes only. */
    default Space mapAxes(UnaryOperator<Axis> change) {
        return rewrite(Rewrite.axes(change));
    }

    /** What the node is called in a sweep file, for messages: {@code zip}, {@code rows}, … */
    String kind();

    /**
     * The number of points, or how many there are at least when finding out would take long.
     *
     * @param most how many points a {@link Where} may look at for this; what it has seen it remembers
     */
    default Count count(long most) {
        boolean known = parts().stream().allMatch(part -> part.count(most).exact());
        return known ? new Count(size(), true) : new Count(BigInteger.ZERO, false);
    }

    /**
     * A number of points.
     *
     * @param exact whether there are no more
     */
    record Count(BigInteger value, boolean exact) {

        /** {@code 12}, or {@code ≥ 12}. */
        @Override
        public String toString() {
            return exact ? value.toString() : "≥ " + value;
        }
    }

    /** Every combination of the parts' points, the first part varying slowest; see {@link Product}. */
    static Space product(List<? extends Space> parts) {
        List<Space> gathered = new ArrayList<>();
        for (Space part : parts) {
            if (part instanceof When when && when.before().isEmpty() && !gathered.isEmpty()) {
                When after = when.after(gathered);
                gathered.clear();
                gathered.add(after);
            } else {
                gathered.add(part);
            }
        }
        return gathered.size() == 1 ? gathered.get(0) : new Product(gathered);
    }

    /** Every combination of the parts' points, the first part varying slowest; see {@link Product}. */
    static Space product(Space... parts) {
        return product(Arrays.asList(parts));
    }

    /** The parts side by side; see {@link Zip}. */
    static Space zip(Space... parts) {
        return new Zip(Arrays.asList(parts));
    }

    /** One part after the other; see {@link Union}. */
    static Space union(Space... parts) {
        return new Union(Arrays.asList(parts));
    }

    /**
     * One factor at a time; see {@link Ablation}.
     *
     * @param base axis path to value, for every axis
     */
    static Space ablation(Map<String, Object> base, Axis... axes) {
        return new Ablation(Arrays.asList(axes), base);
    }

    /**
     * One point for each of some named sets of values; see {@link Bindings}.
     *
     * <pre>{@code
     * Space.bindings(Map.of("SMALL", Map.of("depth", 1), "LARGE", Map.of("depth", 9, "params.seconds", 60)))
     * }</pre>
     *
     * @param bindings by name what each says: plain values by paths, of the config unless they begin with another root
     */
    static Axis bindings(Map<String, ? extends Map<String, ?>> bindings) {
        return BindingsAxis.of(bindings);
    }

    /**
     * More axes where a condition holds; see {@link When}. In a product it is about the parts before it.
     *
     * @param condition for instance {@code optimizer == "sgd"}
     */
    static Space when(String condition, Space then) {
        return new When(List.of(), Condition.of(condition, ""), then);
    }

    /** {@code n} points drawn jointly; see {@link Sample}. The axes are made by {@link AxisBuilder#drawn}. */
    static Space sample(Method method, long n, long seed, Sample.Drawn... axes) {
        return new Sample(method, n, seed, Arrays.asList(axes));
    }

    /** The points for which a condition holds; see {@link Where}. */
    default Space where(String condition) {
        return new Where(this, Condition.of(condition, ""));
    }

    /** A value computed for each point; see {@link Derive}. */
    default Space derive(String path, String expression) {
        return new Derive(this, path, Condition.of(expression, ""));
    }

    /** The points in another order, which follows from the seed; see {@link Shuffled}. */
    default Space shuffle(long seed) {
        return Shuffled.of(this, seed);
    }

    /** All but the first points. */
    default Space skip(long n) {
        return new Slice(this, BigInteger.valueOf(n), null, BigInteger.ONE);
    }

    /** The first points only; all if there are no more. */
    default Space limit(long n) {
        return new Slice(this, BigInteger.ZERO, BigInteger.valueOf(n), BigInteger.ONE);
    }

    /** Every {@code of}-th point; the shards 1 to {@code of} have each point once. */
    default Space shard(Shard part) {
        return new Slice(this, part.variant(BigInteger.ZERO), null, BigInteger.valueOf(part.of()));
    }
}
