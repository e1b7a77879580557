package io.flowsweep.source;

import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.store.Store;
import java.nio.file.Path;
import java.util.Map;

/** One host of a run whose flow is a command, as its session sees it. */
public interface CommandRun {

    /** What is to be carried out: the run's id, tags, settings (with the run that it resumes) and plan. */
    RunRequested request();

    /** The host's number in the run, from 1. */
    int host();

    Store store();

    /** Where the process works, absolute; it exists and has its inputs in it when the session is made. */
    Path directory();

    /**
     * The frozen inputs of the plan, at their places in a folder that all runs share and none may change.
     *
     * @throws java.util.NoSuchElementException when the plan has none
     */
    Path inputs();

    /** All variables that the process was given; none before it is started. */
    Map<String, String> variables();

    /**
     * A file of this host alone, in a folder of its run; it does not exist, and is removed when the host has ended.
     *
     * @param name what its name ends in, for instance {@code config.json}
     */
    Path scratch(String name);

    /**
     * Puts an event on record in the host's log: tasks that start and end, values, artifacts, cards. Does nothing once the host has
     * ended. The host itself writes {@code HostStarted} and {@code HostEnded}.
     */
    void append(RunEvent event);

    /** {@code request().plan().command()}. */
    default CommandPlan command() {
        return request().plan().command().orElseThrow();
    }
}
