package io.flowsweep.sweep.engine.trial;

import io.flowsweep.sweep.space.Variant;
import java.util.List;
import java.util.Map;

/** What goes on record of a variant. Thread-safe. */
public interface VariantFacts {

    /** What decides the variant's result, as 64 hexadecimal digits. */
    String identity(Variant variant);

    /** Path to plain value: the values of the axes, and what else is a column of results. */
    Map<String, Object> values(Variant variant);

    /** {@link #identity}; behind it, what it was with other code that was declared to give the same results. */
    default List<String> identities(Variant variant) {
        return List.of(identity(variant));
    }
}
