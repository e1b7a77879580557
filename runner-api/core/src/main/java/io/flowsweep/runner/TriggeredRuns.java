package io.flowsweep.runner;

import io.flowsweep.client.Run;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunEvent.HostRequested;
import io.flowsweep.events.RunEvents;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts runs of templates, and takes over those whose owner has died. Thread-safe. */
public final class TriggeredRuns {

    /** How long a host may outlive its owner, and some. */
    private static final Duration HOST_END = Duration.ofSeconds(3);

    private final Store store;

    public TriggeredRuns(Store store) {
        this.store = store;
    }

    /**
     * Puts a run on record and starts it.
     *
     * @param runId of no other run
     * @param parameters as {@link RunTemplate#bind} has given them
     * @throws io.flowsweep.errors.InvalidInputException when this machine can never carry it out
     */
    public ExecutingRun start(RunTemplate template, String runId, Map<String, Object> parameters) {
        return ExecutingRun.start(ready(order(template, parameters)), runId, id -> {});
    }

    /**
     * Goes on with a run whose owner has died: what has succeeded is taken over, and what was under way is carried out again.
     * This process is its owner from here on. The hosts of the run, which end with their owner, are waited for.
     *
     * @param lost on record, and not ended
     */
    public ExecutingRun adopt(RunTemplate template, Run lost, Map<String, Object> parameters) {
        lost.hostPids().forEach(TriggeredRuns::awaitEnd);
        return ExecutingRun.adopt(ready(order(template, parameters)), lost.id(), lastHost(lost));
    }

    /** Whether something may have to be built or fetched before a run of a template can start. */
    public boolean mayTakeLong(RunTemplate template) {
        return template.settings().surroundings().python().isPresent();
    }

    /** Puts on record that a run has failed that could not be started, or gone on with. */
    public void fail(RunTemplate template, String runId, String reason) {
        RunOwner.fail(order(template, template.plan()), runId, Failure.of("start", reason));
    }

    /** Its id may be another process's by now, so not for long. */
    private static void awaitEnd(long pid) {
        try {
            ProcessHandle.of(pid)
                    .map(ProcessHandle::onExit)
                    .orElse(CompletableFuture.completedFuture(null))
                    .get(HOST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // then what it still does does not count
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int lastHost(Run run) {
        return store.read(StoreLayout.runLog(StoreLayout.run(run.flow(), run.id())), 0).lines().stream()
                .flatMap(line -> RunEvents.parse(line).stream())
                .mapToInt(event -> event instanceof HostRequested asked ? asked.host() : 0)
                .max()
                .orElse(0);
    }

    /** With the Python that it asks for. What could not be built for one run is tried again for the next. */
    private static RunOrder ready(RunOrder order) {
        return order.in(order.surroundings().ready(Fetching.ofThisUser()));
    }

    private RunOrder order(RunTemplate template, Map<String, Object> parameters) {
        return order(template, template.plan(store, parameters));
    }

    private RunOrder order(RunTemplate template, FlowPlan plan) {
        return new RunOrder(
                store,
                plan,
                template.tags(),
                template.settings(),
                template.conditions(),
                HostSurroundings.of(template.settings().surroundings()));
    }
}
