package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The points of a space for which a condition holds, in their order. They are found by looking at one after the other, as far
 * as asked for; every {@value #STRIDE}th place found is remembered. Thread-safe.
 */
public final class Where implements Space {

    private static final int STRIDE = 256;

    private final Space space;
    private final List<Condition> conditions;
    private final List<PointExpression> expressions;

    /** The positions of the points 0, 256, 512, … of this space in the other one. */
    private final List<Long> marks = new ArrayList<>();

    private long looked;
    private long found;

    /** The point asked for last and its position: the next one is searched from there. */
    private long cursor = -1;

    private long position;

    /** Set when a point is first asked for: below may be something that has to be searched. */
    private BigInteger all;

    /** @throws io.flowsweep.errors.InvalidInputException when the condition is no expression */
    public Where(Space space, Condition condition) {
        this(space, List.of(condition));
    }

    /** The points for which all conditions hold. */
    Where(Space space, List<Condition> conditions) {
        this.space = space;
        this.conditions = List.copyOf(conditions);
        this.expressions = conditions.stream()
                .map(condition -> condition.over(space.axes()))
                .toList();
    }

    List<Condition> conditions() {
        return conditions;
    }

    @Override
    public List<Axis> axes() {
        return space.axes();
    }

    /** Looks at every point. */
    @Override
    public BigInteger size() {
        return count(Long.MAX_VALUE).value();
    }

    @Override
    public synchronized Count count(long most) {
        for (long i = 0; i < most && !atEnd(); i++) {
            look();
        }
        return new Count(BigInteger.valueOf(found), (most > 0 || all != null) && atEnd());
    }

    @Override
    public synchronized Map<String, Object> get(BigInteger index) {
        if (index.signum() < 0) {
            throw new IndexOutOfBoundsException("index " + index + " is below 0");
        }
        while (BigInteger.valueOf(found).compareTo(index) <= 0) {
            if (atEnd()) {
                throw new IndexOutOfBoundsException("index " + index + " is not below the size " + found);
            }
            look();
        }
        return point(index.longValueExact());
    }

    private boolean atEnd() {
        if (all == null) {
            all = space.size();
        }
        return BigInteger.valueOf(looked).compareTo(all) >= 0;
    }

    private boolean admits(Map<String, Object> point) {
        return expressions.stream().allMatch(expression -> expression.test(point));
    }

    private void look() {
        if (admits(space.get(looked))) {
            if (found % STRIDE == 0) {
                marks.add(looked);
            }
            found++;
        }
        looked++;
    }

    private Map<String, Object> point(long index) {
        int mark = (int) (index / STRIDE);
        boolean onwards = cursor >= 0 && index >= cursor && index - cursor < index % STRIDE + 1;
        long at = onwards ? position : marks.get(mark);
        long number = onwards ? cursor : (long) mark * STRIDE;
        Map<String, Object> point = space.get(at);
        while (number < index) {
            at++;
            point = space.get(at);
            if (admits(point)) {
                number++;
            }
        }
        cursor = index;
        position = at;
        return point;
    }

    @Override
    public List<Space> parts() {
        return List.of(space);
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return new Where(
                space.rewrite(rewrite),
                conditions.stream().map(rewrite::condition).toList());
    }

    @Override
    public String kind() {
        return "where";
    }
}
