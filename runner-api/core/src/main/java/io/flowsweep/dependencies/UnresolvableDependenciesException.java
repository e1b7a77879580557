package io.flowsweep.dependencies;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.util.List;

/** Libraries that were asked for cannot be had; runs that do not ask for them are not concerned. */
public final class UnresolvableDependenciesException extends InvalidInputException {

    public UnresolvableDependenciesException(List<Problem> problems) {
        super(problems);
    }

    public UnresolvableDependenciesException(String what, String where, String cure) {
        super(what, where, cure);
    }
}
