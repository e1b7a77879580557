package io.flowsweep.runner;

import io.flowsweep.executor.Executor;
import io.flowsweep.executor.Executors;
import io.flowsweep.executor.command.CommandExecutor;
import io.flowsweep.plan.FlowPlan;
import java.time.Duration;
import java.util.Optional;

/**
 * What carries out a run, for how long, and what of the machine it takes besides its resources.
 *
 * @param executorName of what starts its hosts, when these are JVMs
 * @param timeout from the start of a host
 * @param exclusive whether it is to be alone on the machine
 * @param oversubscribe whether it is carried out even if it asks for more than the machine has
 */
record RunConditions(String executorName, Optional<Duration> timeout, boolean exclusive, boolean oversubscribe) {

    static final RunConditions DEFAULT = new RunConditions("process", Optional.empty(), false, false);

    RunConditions withExecutor(String name) {
        return new RunConditions(name, timeout, exclusive, oversubscribe);
    }

    /** @throws IllegalArgumentException when the limit is zero or negative */
    RunConditions withTimeout(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("limit > 0 must hold, but got limit=" + limit);
        }
        return new RunConditions(executorName, Optional.of(limit), exclusive, oversubscribe);
    }

    RunConditions withExclusive(boolean alone) {
        return new RunConditions(executorName, timeout, alone, oversubscribe);
    }

    RunConditions withOversubscribe(boolean all) {
        return new RunConditions(executorName, timeout, exclusive, all);
    }

    /** @throws io.flowsweep.errors.InvalidInputException when there is none of this name */
    Executor executor() {
        return Executors.named(executorName);
    }

    /** What starts a command is the same whichever executor was named. */
    Executor executor(FlowPlan plan) {
        return plan.command().isPresent() ? CommandExecutor.OF_THIS_PROCESS : executor();
    }
}
