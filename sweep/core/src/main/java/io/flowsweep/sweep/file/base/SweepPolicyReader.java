package io.flowsweep.sweep.file.base;

import io.flowsweep.flow.MemorySize;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.space.Condition;
import io.flowsweep.sweep.spec.Budget;
import io.flowsweep.sweep.spec.FailureLimit;
import io.flowsweep.sweep.spec.RetryPolicy;
import io.flowsweep.sweep.spec.SweepPolicy;
import io.flowsweep.sweep.spec.SweepPolicy.Mode;
import io.flowsweep.sweep.spec.SweepPolicy.Order;
import io.flowsweep.sweep.spec.SweepPolicy.Reuse;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;

/** Reads {@code retry}, {@code max_failures}, {@code order}, {@code budget}, {@code reuse} and {@code mode} of {@code run { }}. */
final class SweepPolicyReader {

    private enum OrderWord {
        INTERLEAVED,
        VARIANT_BY_VARIANT,
        SHUFFLED
    }

    private SweepPolicyReader() {}

    static SweepPolicy read(Section run) {
        return new SweepPolicy(
                retry(run),
                maxFailures(run),
                order(run),
                budget(run),
                run.word("reuse", Reuse.class),
                run.word("mode", Mode.class).orElse(Mode.RUN));
    }

    private static RetryPolicy retry(Section run) {
        if (run.plain("retry").filter(Long.class::isInstance).isPresent()) {
            return new RetryPolicy(
                    (int) whole(run, "retry", 0).orElse(0L).longValue(),
                    RetryPolicy.NONE.memoryFactor(),
                    Optional.empty(),
                    RetryPolicy.NONE.timeoutFactor());
        }
        return run.section("retry")
                .map(retry -> {
                    retry.allow(Set.of("times", "memory_factor", "memory_max", "timeout_factor"), Set.of());
                    return new RetryPolicy(
                            (int) whole(retry, "times", 0).orElse(1L).longValue(),
                            number(retry, "memory_factor", "a number above 1", n -> n > 1)
                                    .orElse(RetryPolicy.NONE.memoryFactor()),
                            memory(retry),
                            number(retry, "timeout_factor", "a number of at least 1", n -> n >= 1)
                                    .orElse(RetryPolicy.NONE.timeoutFactor()));
                })
                .orElse(RetryPolicy.NONE);
    }

    private static Optional<FailureLimit> maxFailures(Section run) {
        return run.plain("max_failures").flatMap(value -> {
            String text = value.toString().strip();
            boolean percent = text.endsWith("%");
            try {
                double count = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
                if (count >= 0 && (percent ? count <= 100 : count == Math.rint(count))) {
                    return Optional.of(new FailureLimit(count, percent));
                }
            } catch (NumberFormatException e) {
                // refused below
            }
            return run.wrong("max_failures", "a whole number, such as 10, or a part of all runs, such as 10%", value);
        });
    }

    private static Order order(Section run) {
        if (run.plain("order").filter(String.class::isInstance).isPresent()) {
            OrderWord word = run.word("order", OrderWord.class).orElse(OrderWord.INTERLEAVED);
            return new Order(
                    word == OrderWord.VARIANT_BY_VARIANT,
                    word == OrderWord.SHUFFLED ? Optional.of(0L) : Optional.empty(),
                    Optional.empty());
        }
        return run.section("order").map(SweepPolicyReader::chosen).orElse(Order.INTERLEAVED);
    }

    private static Order chosen(Section order) {
        order.allow(Set.of("shuffled", "priority"), Set.of());
        Optional<Long> seed = whole(order, "shuffled", Long.MIN_VALUE);
        Optional<Condition> priority = order.text("priority").map(text -> Condition.of(text, order.where("priority")));
        if (seed.isPresent() && priority.isPresent()) {
            order.wrong("shuffled", "absent where priority says the order", seed.get());
        }
        return new Order(false, seed, priority);
    }

    private static Budget budget(Section run) {
        return run.section("budget")
                .map(budget -> {
                    budget.allow(Set.of("time", "core_hours", "runs"), Set.of());
                    return new Budget(
                            RunReader.duration(budget, "time"),
                            number(budget, "core_hours", "a number above 0", n -> n > 0),
                            whole(budget, "runs", 1));
                })
                .orElse(Budget.UNLIMITED);
    }

    private static Optional<Long> memory(Section section) {
        return section.plain("memory_max").flatMap(value -> {
            try {
                return Optional.of(MemorySize.parse(value.toString()).bytes());
            } catch (IllegalArgumentException e) {
                return section.wrong("memory_max", "a size of memory, such as 8GB", value);
            }
        });
    }

    private static Optional<Long> whole(Section section, String key, long least) {
        return section.plain(key)
                .flatMap(value -> value instanceof Long n && n >= least && n <= Integer.MAX_VALUE
                        ? Optional.of(n)
                        : section.wrong(key, "a whole number of at least " + least, value));
    }

    private static Optional<Double> number(Section section, String key, String needed, DoublePredicate allowed) {
        return section.plain(key)
                .flatMap(value -> value instanceof Number n && allowed.test(n.doubleValue())
                        ? Optional.of(n.doubleValue())
                        : section.wrong(key, needed, value));
    }
}
