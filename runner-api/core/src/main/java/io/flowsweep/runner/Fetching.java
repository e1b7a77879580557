package io.flowsweep.runner;

import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.events.PythonSettings;
import io.flowsweep.python.PythonEnvironment;
import io.flowsweep.python.PythonEnvironments;
import java.util.function.Consumer;

/**
 * Where runs get what they do not bring along.
 *
 * @param pythons one for a runner and all that are made of it, so that what cannot be built is tried once
 * @param listener is told what is fetched and built, from any thread
 */
record Fetching(PythonEnvironments pythons, Consumer<DependencyEvent> listener) {

    /** For this user, with a line of each on standard error. */
    static Fetching ofThisUser() {
        return new Fetching(PythonEnvironments.ofThisUser(), System.err::println);
    }

    Fetching telling(Consumer<DependencyEvent> other) {
        return new Fetching(pythons, other);
    }

    /** Found, or built now; see {@link PythonEnvironments#get}. */
    PythonEnvironment python(PythonSettings asked) {
        return pythons.get(asked, listener);
    }
}
