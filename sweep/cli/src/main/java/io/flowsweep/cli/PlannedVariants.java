package io.flowsweep.cli;

import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.engine.Shard;
import java.util.function.LongUnaryOperator;

/**
 * The variants that a plan shows: all of them, or those that a run with the same options would run.
 *
 * @param what in words, for the header; empty for all
 * @param size how many
 * @param numbers the number of the variant at a position from 0
 */
record PlannedVariants(String what, long size, LongUnaryOperator numbers) {

    static PlannedVariants all(Sweep sweep) {
        return new PlannedVariants("", sweep.size().longValueExact(), position -> position);
    }

    /** @throws io.flowsweep.errors.InvalidInputException when a number or a part is none */
    static PlannedVariants of(Sweep sweep, PlanCommand command) {
        long size = sweep.size().longValueExact();
        if (command.only != null) {
            long only = VariantIndex.checked("--only", command.only, sweep);
            return new PlannedVariants("only " + only, 1, position -> only);
        }
        if (command.smoke) {
            return new PlannedVariants("smoke", Math.min(2, size), position -> position == 0 ? 0 : size - 1);
        }
        if (command.shard == null) {
            return all(sweep);
        }
        Shard shard = Shard.parse(command.shard);
        long first = shard.number() - 1L;
        long share = size / shard.of() + (size % shard.of() > first ? 1 : 0);
        return new PlannedVariants("shard " + shard, share, position -> first + position * shard.of());
    }
}
