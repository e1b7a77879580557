package io.flowsweep.cli.plan;

import io.flowsweep.sweep.VariantWord;
import io.flowsweep.sweep.space.Shard;
import io.flowsweep.sweep.space.Space;
import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The variants that a plan shows: all of them, or those that a run with the same options would run.
 *
 * @param what in words, for the header; empty for all
 * @param count of all variants of the sweep
 * @param least how many are shown if {@code open}, as far as is known; else exactly
 * @param open whether there may be more
 * @param numbers the number of the variant at a position from 0
 */
public record PlannedVariants(
        String what, VariantCount count, BigInteger least, boolean open, UnaryOperator<BigInteger> numbers) {

    public static PlannedVariants all(VariantCount count) {
        Space.Count known = count.known();
        return new PlannedVariants("", count, known.value(), !known.exact(), UnaryOperator.identity());
    }

    /** @throws io.flowsweep.errors.InvalidInputException when a number or a part is none */
    static PlannedVariants of(VariantCount count, PlanCommand command) {
        if (command.only != null) {
            return chosen("only " + command.only, count, only(command.only, count));
        }
        if (command.smoke) {
            BigInteger last = count.exact().subtract(BigInteger.ONE);
            return chosen(
                    "smoke", count, Stream.of(BigInteger.ZERO, last).distinct().toList());
        }
        return command.shard == null ? all(count) : shard(Shard.parse(command.shard), count);
    }

    /** A plan has numbers that no run can have. */
    private static List<BigInteger> only(String word, VariantCount count) {
        return word.matches("\\d+")
                ? List.of(count.checked("--only", new BigInteger(word)))
                : VariantWord.of(word).in(count.sweep()).stream()
                        .map(trial -> BigInteger.valueOf(trial.variant()))
                        .toList();
    }

    private static PlannedVariants chosen(String what, VariantCount count, List<BigInteger> numbers) {
        BigInteger size = BigInteger.valueOf(numbers.size());
        return new PlannedVariants(what, count, size, false, position -> numbers.get(position.intValueExact()));
    }

    private static PlannedVariants shard(Shard shard, VariantCount count) {
        return new PlannedVariants(
                "shard " + shard,
                count,
                shard.share(count.known().value()),
                !count.known().exact(),
                shard::variant);
    }

    /** How many are shown, as far as is known. */
    Space.Count size() {
        return new Space.Count(least, !open);
    }

    /** Whether there is one at a position; looks as far as it has to. */
    boolean has(BigInteger position) {
        return position.compareTo(least) < 0 || open && count.has(numbers.apply(position));
    }
}
