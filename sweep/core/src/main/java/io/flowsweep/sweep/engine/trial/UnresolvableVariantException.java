package io.flowsweep.sweep.engine.trial;

import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;

/** The values of one variant make its config impossible; the other variants are not concerned. */
public final class UnresolvableVariantException extends FlowSweepException {

    private final transient Trial trial;

    /** @param trial of a variant with its point, and without a config */
    public UnresolvableVariantException(Trial trial, InvalidInputException cause) {
        super(cause.getMessage(), cause);
        this.trial = trial;
    }

    public Trial trial() {
        return trial;
    }
}
