package io.flowsweep.runtime;

import io.flowsweep.plan.RulesPlan;
import java.util.Optional;

/** Gives out places for tasks. Used by one thread. */
interface Places extends AutoCloseable {

    /** A free place for a task with these rules; empty when none can be had now. */
    Optional<TaskPlace> take(RulesPlan rules);

    /** Gives a place back. */
    void release(TaskPlace place);

    /** No task is ready at this moment: what the tasks under way do not need may be given back. */
    default void shrink() {}

    /** Ends everything that is under way in them. */
    @Override
    void close();
}
