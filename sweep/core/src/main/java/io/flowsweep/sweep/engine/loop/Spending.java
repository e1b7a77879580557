package io.flowsweep.sweep.engine.loop;

import io.flowsweep.sweep.engine.result.RunResult;
import io.flowsweep.sweep.spec.Budget;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How much of a budget is spent. Confined to one thread. */
final class Spending {

    private final Budget budget;
    private final long start = System.nanoTime();
    private double coreSeconds;
    private long runs;

    Spending(Budget budget) {
        this.budget = budget;
    }

    void runStarted() {
        runs++;
    }

    void runEnded(RunResult result) {
        coreSeconds += result.seconds() * Math.max(1, result.cpus());
    }

    /** What has run out, for people; empty while nothing has. */
    Optional<String> exhausted() {
        if (timeIsUp()) {
            return Optional.of("the time of its budget, " + text(budget.time().orElseThrow()) + ", is over");
        }
        if (budget.coreHours().filter(most -> coreSeconds / 3600 >= most).isPresent()) {
            return Optional.of("its budget of " + plain(budget.coreHours().get()) + " core-hours is spent");
        }
        return budget.runs()
                .filter(most -> runs >= most)
                .map(most -> "its budget of " + most + (most == 1 ? " run" : " runs") + " is spent");
    }

    /** Whether runs under way have to end too. */
    boolean timeIsUp() {
        return nanosLeft().filter(left -> left <= 0).isPresent();
    }

    /** Until the time is up; empty when there is no limit. */
    Optional<Long> nanosLeft() {
        return budget.time().map(limit -> limit.toNanos() - (System.nanoTime() - start));
    }

    private static String plain(double hours) {
        return BigDecimal.valueOf(hours).stripTrailingZeros().toPlainString();
    }

    private static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
