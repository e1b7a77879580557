package io.flowsweep.sweep;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.math.BigInteger;

/** Which variants and repeats a sweep has. */
record TrialBounds(SweepSpec spec, Variants variants) {

    /** @throws InvalidInputException when there is no such variant or repeat */
    Variant variant(TrialId trial) {
        check(trial);
        return variants.get(trial.variant(), trial.repeat());
    }

    /** @throws InvalidInputException when there is no such variant or repeat */
    void check(TrialId trial) {
        BigInteger size = variants.size();
        if (BigInteger.valueOf(trial.variant()).compareTo(size) >= 0) {
            throw new InvalidInputException(
                    "there is no variant " + trial.variant() + " in " + spec.name(),
                    spec.file().toString(),
                    "They are numbered from 0 to " + size.subtract(BigInteger.ONE) + ".");
        }
        if (trial.repeat() >= spec.repeats().n()) {
            throw new InvalidInputException(
                    "a variant of " + spec.name() + " has no repeat " + trial.repeat(),
                    spec.file().toString(),
                    "They are numbered from 0 to " + (spec.repeats().n() - 1) + ".");
        }
    }
}
