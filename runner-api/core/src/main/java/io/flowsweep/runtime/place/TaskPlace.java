package io.flowsweep.runtime.place;

import io.flowsweep.plan.RulesPlan;
import io.flowsweep.runtime.task.TaskOrder;
import io.flowsweep.runtime.task.TaskResult;
import java.util.function.Consumer;

/** Where tasks are carried out, one at a time: a thread of this JVM, or a process that this host started. */
public interface TaskPlace extends AutoCloseable {

    /** Whether a task with these rules may be carried out here. */
    boolean suits(RulesPlan rules);

    /**
     * Begins a task; called while no other is under way here.
     *
     * @param alone whether the caller has nothing to do until the task ends: then this may carry it out before it returns
     * @param done is told once what came of it, perhaps from another thread; the rules' timeout is kept
     */
    void begin(TaskOrder order, RulesPlan rules, boolean alone, Consumer<TaskResult> done);

    /** Whether another task may be given to it. */
    boolean usable();

    /** Ends what is under way, with all it started. */
    @Override
    void close();
}
