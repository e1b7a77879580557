package io.flowsweep.deployer.spi;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.errors.InvalidInputException;
import java.time.temporal.ChronoUnit;

/**
 * Who asks for a change of a deployment. Who has deployed the version that counts is the deployment's owner; of anybody else it
 * takes force to deploy over it, roll it back, pause or delete it.
 *
 * @param user the user's name
 * @param force whether to change what is somebody else's, too
 */
public record Requester(String user, boolean force) {

    /** Whether this one may change a deployment that stands. */
    public boolean mayChange(Deployment deployment) {
        return force || deployment.owner().equals(user);
    }

    /** @throws InvalidInputException when this one may not change a deployment that stands; it says whose it is */
    public void check(Deployment deployment) {
        if (!mayChange(deployment)) {
            throw new InvalidInputException(
                    "the deployment \"" + deployment.name() + "\" is " + deployment.owner() + "'s, who made version "
                            + deployment.version() + " at "
                            + deployment.deployedAt().truncatedTo(ChronoUnit.SECONDS),
                    "",
                    "Ask " + deployment.owner() + ", use another name or branch, or --force (.force(true)).");
        }
    }
}
