package io.flowsweep.python;

import io.flowsweep.errors.InvalidInputException;

/** An environment that was asked for cannot be made; runs that do not ask for it are not concerned. */
public final class UnableToBuildEnvironmentException extends InvalidInputException {

    /**
     * @param environment what was asked for
     * @param reason in the words of the tool that failed, without its passwords
     */
    UnableToBuildEnvironmentException(String environment, String reason, String cure) {
        super("an environment of " + environment + " cannot be built: " + reason, "", cure);
    }
}
