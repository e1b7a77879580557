package io.flowsweep.sweep.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep varies, before it is known what a condition's names mean: the space, then what it admits, then what follows
 * from a point, then the order. Immutable.
 *
 * @param space its axes have their short names
 * @param where conditions that every point fulfils
 * @param derive path with its root to the expression of its value
 * @param base axis path to the value that points have which say nothing of it, as far as known
 */
public record Variation(
        Space space, List<Condition> where, Map<String, Condition> derive, Order order, Map<String, Object> base) {

    public Variation {
        space = AxisNames.named(space);
        where = List.copyOf(where);
        derive = Collections.unmodifiableMap(new LinkedHashMap<>(derive));
        base = Collections.unmodifiableMap(new LinkedHashMap<>(base));
    }

    public Variation withSpace(Space other) {
        return new Variation(other, where, derive, order, base);
    }

    /** With one condition more. */
    public Variation and(Condition condition) {
        List<Condition> more = new ArrayList<>(where);
        more.add(condition);
        return new Variation(space, more, derive, order, base);
    }

    public Variation withOrder(Order other) {
        return new Variation(space, where, derive, other, base);
    }

    /** How its points are compared. */
    public Completion completion() {
        return new Completion(space.axes(), base);
    }

    /**
     * The points, in their order.
     *
     * @param scope what conditions can name besides the axes
     * @throws io.flowsweep.errors.InvalidInputException when a condition is no expression
     */
    public Space points(PointScope scope) {
        Space points = Distinct.of(space.rewrite(Rewrite.conditions(condition -> condition.within(scope))), base);
        if (!where.isEmpty()) {
            points = new Where(
                    points,
                    where.stream().map(condition -> condition.within(scope)).toList());
        }
        for (Map.Entry<String, Condition> value : derive.entrySet()) {
            points = new Derive(points, value.getKey(), value.getValue().within(scope));
        }
        return order.of(points);
    }
}
