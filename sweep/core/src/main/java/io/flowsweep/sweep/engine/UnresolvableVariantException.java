package io.flowsweep.sweep.engine;

import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.space.Variant;

/** The values of one variant make its config impossible; the other variants are not concerned. */
public final class UnresolvableVariantException extends FlowSweepException {

    private final transient Variant variant;

    /** @param variant with its point, and without a config */
    public UnresolvableVariantException(Variant variant, InvalidInputException cause) {
        super(cause.getMessage(), cause);
        this.variant = variant;
    }

    public Variant variant() {
        return variant;
    }
}
