package io.flowsweep.deployer;

import java.time.Instant;

/**
 * One thing that was done to a deployment.
 *
 * @param version that counts from then on
 * @param paused whether its schedule and its events start no runs from then on
 * @param by the user who did it
 */
public record DeploymentChange(Kind kind, int version, boolean paused, Instant at, String by) {

    /** What was done. */
    public enum Kind {
        CREATED,
        ROLLED_BACK,
        PAUSED,
        UNPAUSED,
        DELETED
    }
}
