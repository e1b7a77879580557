package io.flowsweep.cli;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.Sweep;
import java.math.BigInteger;

/** The number of a variant as an option gives it. */
final class VariantIndex {

    private VariantIndex() {}

    /** @throws InvalidInputException when the sweep has no such variant */
    static long checked(String option, long index, Sweep sweep) {
        if (index < 0 || BigInteger.valueOf(index).compareTo(sweep.size()) >= 0) {
            throw new InvalidInputException(
                    option + " " + index + ": the variants are 0 to "
                            + sweep.size().subtract(BigInteger.ONE),
                    "",
                    "");
        }
        return index;
    }
}
