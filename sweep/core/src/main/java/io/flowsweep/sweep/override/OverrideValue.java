package io.flowsweep.sweep.override;

import io.flowsweep.sweep.space.domain.Range;
import java.util.List;

/** What stands behind the {@code =} of an override. */
public sealed interface OverrideValue {

    /** Where it begins in the override's text, from 0. */
    int at();

    /** One value. */
    record One(Element element) implements OverrideValue {
        @Override
        public int at() {
            return element.at();
        }
    }

    /** Several values, in their order: {@code 1,2,3} or {@code choice(…)}. */
    record Several(List<Element> elements, int at) implements OverrideValue {
        public Several {
            elements = List.copyOf(elements);
        }
    }

    /** Evenly spaced numbers: {@code 1..15} or {@code range(…)}, both ends included here. */
    record Numbers(Range range, int at) implements OverrideValue {}

    /** The options of a group whose names fit: {@code glob(a*,exclude=ab*)}. */
    record Options(Glob glob, int at) implements OverrideValue {}
}
