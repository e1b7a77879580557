package io.flowsweep.sweep.space.domain;

import io.flowsweep.codec.PlainValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A list of values, in its order.
 *
 * @param values at least one, canonical ({@link PlainValues}), no two equal; null may be one of them
 */
public record Values(List<Object> values) implements Domain {

    /** @throws IllegalArgumentException when there is no value, one is not plain, or two are equal (1 equals 1.0) */
    public Values {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an axis needs at least one value");
        }
        List<Object> canonical = new ArrayList<>(values.size());
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            Object plain = PlainValues.canonical(value);
            if (!seen.add(plain)) {
                throw new IllegalArgumentException("the value " + PlainValues.text(plain) + " stands there twice");
            }
            canonical.add(plain);
        }
        values = Collections.unmodifiableList(canonical);
    }

    public static Values of(Object... values) {
        return new Values(Arrays.asList(values));
    }

    @Override
    public long size() {
        return values.size();
    }

    @Override
    public Object get(long index) {
        return values.get((int) Objects.checkIndex(index, size()));
    }
}
