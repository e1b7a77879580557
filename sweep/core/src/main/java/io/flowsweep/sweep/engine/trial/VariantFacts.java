package io.flowsweep.sweep.engine.trial;

import io.flowsweep.sweep.variant.Variant;
import java.util.Map;

/** What goes on record of a variant. Thread-safe. */
public interface VariantFacts {

    /** What decides the variant's result, as 64 hexadecimal digits. */
    String identity(Variant variant);

    /** Path to plain value: the values of the axes, and what else is a column of results. */
    Map<String, Object> values(Variant variant);
}
