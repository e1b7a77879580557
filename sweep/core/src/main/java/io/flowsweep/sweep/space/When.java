package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The product of some spaces, and where a condition holds also of one more: its points follow each other where otherwise the
 * one point without them stands. The condition is tried on every combination of the parts that decide it, once, when a size
 * or a point is first asked for.
 */
public final class When implements Space {

    private static final BigInteger MOST = BigInteger.valueOf(1_000_000);

    private final List<Space> before;
    private final Condition condition;
    private final Space then;
    private final PointExpression expression;
    private final List<Boolean> decides = new ArrayList<>();
    private final Product deciding;
    private final Product independent;

    /** How many of the deciding points below each index fulfil the condition; made when first needed. */
    private volatile int[] fulfilled;

    /** Made when first needed: what follows may have to be searched. */
    private volatile BigInteger thenSize;

    /**
     * @param before what the condition is about
     * @throws io.flowsweep.errors.InvalidInputException when the condition is no expression
     * @throws IllegalArgumentException when two parts vary one path, or more than a million points decide the condition
     */
    public When(List<? extends Space> before, Condition condition, Space then) {
        this.before = List.copyOf(before);
        this.condition = condition;
        this.then = then;
        List<Space> all = new ArrayList<>(this.before);
        all.add(then);
        AxisLists.disjoint(all);
        this.expression = condition.over(
                this.before.stream().flatMap(part -> part.axes().stream()).toList());
        Optional<Set<String>> paths = expression.deciding();
        for (Space part : this.before) {
            decides.add(paths.isEmpty()
                    || part.axes().stream().anyMatch(axis -> paths.get().contains(axis.path())));
        }
        this.deciding = new Product(chosen(true));
        this.independent = new Product(chosen(false));
        if (deciding.size().compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "a \"when\" looks at each combination of the axes that decide it, at most "
                            + "a million, but these have " + deciding.size());
        }
    }

    List<Space> before() {
        return before;
    }

    Condition condition() {
        return condition;
    }

    Space then() {
        return then;
    }

    /** The same condition about other spaces. */
    When after(List<Space> parts) {
        return new When(parts, condition, then);
    }

    private List<Space> chosen(boolean which) {
        List<Space> chosen = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (decides.get(i) == which) {
                chosen.add(before.get(i));
            }
        }
        return chosen;
    }

    @Override
    public List<Axis> axes() {
        List<Axis> axes = new ArrayList<>();
        before.forEach(part -> axes.addAll(part.axes()));
        axes.addAll(then.axes());
        return axes;
    }

    @Override
    public BigInteger size() {
        int points = deciding.size().intValueExact();
        return independent.size().multiply(weight(0, points));
    }

    /**
     * Goes through the parts as through the digits of a number: a part that decides nothing has digits of one weight, one
     * that decides has digits that weigh what their range of deciding points weighs.
     */
    @Override
    public Map<String, Object> get(BigInteger index) {
        Indices.check(index, size());
        BigInteger others = independent.size();
        BigInteger rest = index;
        int low = 0;
        int width = deciding.size().intValueExact();
        Map<String, Object> point = new LinkedHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            BigInteger size = before.get(i).size();
            BigInteger digit;
            if (decides.get(i)) {
                width /= size.intValueExact();
                int d = digit(low, width, size.intValueExact(), others, rest);
                rest = rest.subtract(weight(low, low + d * width).multiply(others));
                low += d * width;
                digit = BigInteger.valueOf(d);
            } else {
                others = others.divide(size);
                BigInteger[] division =
                        rest.divideAndRemainder(weight(low, low + width).multiply(others));
                digit = division[0];
                rest = division[1];
            }
            point.putAll(before.get(i).get(digit));
        }
        if (fulfilled()[low + 1] > fulfilled()[low]) {
            point.putAll(then.get(rest));
        }
        return Collections.unmodifiableMap(point);
    }

    /** The last digit whose range begins at or before {@code rest}. */
    private int digit(int low, int width, int size, BigInteger others, BigInteger rest) {
        int from = 0;
        int to = size - 1;
        while (from < to) {
            int middle = (from + to + 1) >>> 1;
            boolean before = weight(low, low + middle * width).multiply(others).compareTo(rest) <= 0;
            from = before ? middle : from;
            to = before ? to : middle - 1;
        }
        return from;
    }

    /** How many points there are for a range of deciding points, all else fixed. */
    private BigInteger weight(int from, int to) {
        int with = fulfilled()[to] - fulfilled()[from];
        return thenSize().multiply(BigInteger.valueOf(with)).add(BigInteger.valueOf((long) to - from - with));
    }

    private BigInteger thenSize() {
        BigInteger known = thenSize;
        if (known == null) {
            known = then.size();
            thenSize = known;
        }
        return known;
    }

    private int[] fulfilled() {
        int[] known = fulfilled;
        if (known == null) {
            int points = deciding.size().intValueExact();
            known = new int[points + 1];
            for (int i = 0; i < points; i++) {
                known[i + 1] = known[i] + (expression.test(deciding.get(i)) ? 1 : 0);
            }
            fulfilled = known;
        }
        return known;
    }

    @Override
    public List<Space> parts() {
        List<Space> parts = new ArrayList<>(before);
        parts.add(then);
        return List.copyOf(parts);
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return new When(
                before.stream().map(part -> part.rewrite(rewrite)).toList(),
                rewrite.condition(condition),
                then.rewrite(rewrite));
    }

    @Override
    public String kind() {
        return "when";
    }
}
