package io.flowsweep.runtime;

import io.flowsweep.events.Failure;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunEvent.HostStarted;
import io.flowsweep.events.RunEvent.HostUsed;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunState;
import io.flowsweep.os.OwnProcess;
import io.flowsweep.os.OwnUsage;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.runtime.log.HostLog;
import io.flowsweep.runtime.log.RunLogs;
import io.flowsweep.runtime.place.Places;
import io.flowsweep.runtime.task.Failures;
import io.flowsweep.runtime.task.TaskBodies;
import io.flowsweep.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One host's part of a run: carries out what is left of it, and writes what happens to the host's log.
 *
 * <p><b>Thread safety:</b> {@link #execute} is called once, by one thread; {@link #end} may be called by another, and of
 * several ends the first counts.
 */
public final class RunExecution {

    /** Makes the places in which the tasks of this host are carried out. */
    private interface PlacesFactory {
        Places places(TaskBodies bodies, HostLog log);
    }

    private final RunLogs logs;
    private final int host;
    private final HostLog log;
    private final PlacesFactory places;
    private final Optional<OwnUsage> usage;

    private RunExecution(RunLogs logs, int host, PlacesFactory places, Optional<OwnUsage> usage) {
        this.logs = logs;
        this.host = host;
        this.log = logs.hostLog(host);
        this.places = places;
        this.usage = usage;
    }

    /**
     * Carries out what was requested by this JVM; all tasks will be carried out on threads of it.
     *
     * @param run the name of the run's folder in the store
     * @param request what stands first in the run's log
     * @param host this host's number
     */
    public static RunExecution shared(Store store, String run, RunRequested request, int host) {
        RunLogs logs = new RunLogs(store, run, request, request.owner());
        int most = logs.request().settings().maxWorkers();
        return new RunExecution(logs, host, (bodies, log) -> Places.shared(bodies, log, most), Optional.empty());
    }

    /**
     * Carries it out by a process that has no other run meanwhile, and by processes that it starts for tasks.
     *
     * @param active is told the step whose method runs in this process, and an empty text afterwards
     * @param usage what this process takes for the run
     */
    public static RunExecution inProcess(RunLogs logs, int host, Consumer<String> active, OwnUsage usage) {
        PlacesFactory places = new PlacesFactory() {
            @Override
            public Places places(TaskBodies bodies, HostLog log) {
                return Places.ofHost(logs, host, bodies, log, active);
            }
        };
        return new RunExecution(logs, host, places, Optional.of(usage));
    }

    /**
     * Carries the run to its end, or until {@link #end} is called.
     *
     * @return SUCCEEDED or FAILED; or the state of an {@link #end} that came first
     * @throws io.flowsweep.store.StoreException when what happened cannot be put on record
     */
    public RunState execute() {
        RunRequested run = logs.request();
        log.append(new HostStarted(Instant.now(), OwnProcess.pid(), System.getProperty("java.version")));
        ClassLoader callers = Thread.currentThread().getContextClassLoader();
        ArtifactCodec codec = new ArtifactCodec(logs.store());
        try (TaskBodies bodies = new TaskBodies(run, codec, log)) {
            Thread.currentThread().setContextClassLoader(bodies.own().loader());
            try (Places open = places.places(bodies, log)) {
                Known known = KnownTasks.of(logs, host);
                TaskScheduler scheduler = new TaskScheduler(run, open, known, log, codec, new Gate(logs));
                Optional<Failure> failure = scheduler.run();
                return end(failure.isPresent() ? RunState.FAILED : RunState.SUCCEEDED, failure);
            }
        } catch (InterruptedException e) {
            return end(RunState.TERMINATED, Optional.of(Failure.terminated()));
        } catch (RuntimeException | Error e) {
            return end(RunState.FAILED, Optional.of(Failures.of(e)));
        } finally {
            Thread.currentThread().setContextClassLoader(callers);
        }
    }

    /** Records how this host ends, unless it has already ended, and returns the state that counts. */
    public RunState end(RunState state, Optional<Failure> failure) {
        if (usage.isPresent() && !log.hasEnded()) {
            Optional<ResourceUsage> used = usage.get().soFar();
            if (used.isPresent()) {
                log.append(new HostUsed(Instant.now(), host, used.get()));
            }
        }
        return log.end(new HostEnded(Instant.now(), state, failure));
    }

    /** See {@link HostLog#events}. */
    public Optional<List<RunEvent>> events() {
        return log.events();
    }

    /** Puts nothing on record any more, neither what the flow still does nor an end: for a run that is lost. */
    public void abandon() {
        log.shut();
    }

    /** The process that answers for the run. */
    public long ownerPid() {
        return logs.owner().pid();
    }

    /** Whether an end is on record. */
    public boolean hasEnded() {
        return log.hasEnded();
    }
}
