package io.flowsweep.plan;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the decorators of a step say.
 *
 * @param retries how often a failed task is repeated
 * @param retryDelay before the first repetition
 * @param backoff by which the delay is multiplied after each
 * @param timeout of one attempt
 * @param caught whether the run goes on when the last attempt has failed
 * @param catchArtifact where the failure is then kept
 * @param environment variables on top of the run's
 * @param dependencies all libraries of the step when they are others than the run's
 */
public record RulesPlan(
        int retries,
        Duration retryDelay,
        double backoff,
        Optional<Duration> timeout,
        boolean caught,
        Optional<String> catchArtifact,
        Map<String, String> environment,
        Optional<DependencyPlan> dependencies) {

    public static final RulesPlan NONE =
            new RulesPlan(0, Duration.ZERO, 1, Optional.empty(), false, Optional.empty(), Map.of(), Optional.empty());

    /** Whether a task of this step needs a process of its own. */
    public boolean needsOwnHost() {
        return timeout.isPresent() || !environment.isEmpty() || dependencies.isPresent();
    }

    /** The same rules with another retry. */
    public RulesPlan withRetry(int times, Duration delay, double factor) {
        return new RulesPlan(times, delay, factor, timeout, caught, catchArtifact, environment, dependencies);
    }

    /** The same rules with another timeout. */
    public RulesPlan withTimeout(Duration limit) {
        return new RulesPlan(
                retries, retryDelay, backoff, Optional.of(limit), caught, catchArtifact, environment, dependencies);
    }

    /** The same rules, but the run goes on when the last attempt has failed. */
    public RulesPlan withCatch(Optional<String> artifact) {
        return new RulesPlan(retries, retryDelay, backoff, timeout, true, artifact, environment, dependencies);
    }

    /** The same rules with other variables. */
    public RulesPlan withEnvironment(Map<String, String> variables) {
        return new RulesPlan(retries, retryDelay, backoff, timeout, caught, catchArtifact, variables, dependencies);
    }

    /** The same rules with libraries of their own. */
    public RulesPlan withDependencies(DependencyPlan own) {
        return new RulesPlan(
                retries, retryDelay, backoff, timeout, caught, catchArtifact, environment, Optional.of(own));
    }
}
