package io.flowsweep.runtime.place;

import io.flowsweep.events.RunSettings;
import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.plan.RulesPlan;
import io.flowsweep.runtime.log.HostLog;
import io.flowsweep.runtime.log.RunLogs;
import io.flowsweep.runtime.task.TaskBodies;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives out places for tasks. Used by one thread. */
public interface Places extends AutoCloseable {

    /** Threads of this JVM for all tasks of a run, {@code most} at a time. */
    static Places shared(TaskBodies bodies, HostLog log, int most) {
        return new SharedPlaces(libraries -> ThreadPlace.shared(bodies, libraries, log), most);
    }

    /**
     * A process that is a run's host, for one task at a time, and processes that it starts for the others.
     *
     * @param host the number of this one
     * @param active is told the step whose method runs in this process, and an empty text afterwards
     */
    static Places ofHost(RunLogs logs, int host, TaskBodies bodies, HostLog log, Consumer<String> active) {
        TaskPlace own = new ThreadPlace(bodies.own(), log, false, active);
        long memory = Long.getLong("flowsweep.host.memory", 0);
        RunSettings settings = logs.request().settings();
        Need need = TaskNeed.of(logs.request().plan(), settings, memory, false);
        TaskProcesses processes = new TaskProcesses(logs, host, log, HostResources.of(need.cpus(), memory));
        return new HostPlaces(own, processes, need, settings.maxWorkers());
    }

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
