package io.flowsweep.deployer.local;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.deployer.spi.Targets;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.events.RunState;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.RunTemplate;
import io.flowsweep.runner.TriggeredRuns;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.UnwritableStoreException;
import io.flowsweep.threads.Daemons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The runs that a keeper owns. Used by one thread. */
final class KeptRuns {

    /**
     * @param start completes with the run; with nothing when it was over before, or could not be started, which is on record then;
     *     exceptionally when it could not even be put on record
     * @param orders the numbers of those that have asked for it
     */
    private record Kept(TriggerRecord trigger, CompletableFuture<Optional<ExecutingRun>> start, List<Long> orders) {}

    private final Store store;
    private final TriggerRecords triggers;
    private final TriggeredRuns starter;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    KeptRuns(Store store) {
        this.store = store;
        this.triggers = new TriggerRecords(store);
        this.starter = new TriggeredRuns(store);
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    /**
     * Carries out an order.
     *
     * @return whether it is needed until its run has ended, because another keeper would have to carry it out, too
     */
    boolean carryOut(long number, KeeperOrder order) {
        Kept known = kept.get(order.run());
        if (order.kind() == KeeperOrder.Kind.TERMINATE) {
            if (known != null) {
                known.start().thenAcceptAsync(run -> run.ifPresent(ExecutingRun::terminate), KeptRuns::inBackground);
            }
        } else if (known == null) {
            known = triggers.find(order.deployment(), order.run())
                    .map(this::keep)
                    .orElse(null);
        }
        if (known == null) {
            return false;
        }
        kept.put(order.run(), known);
        known.orders().add(number);
        return true;
    }

    /** The orders of runs that have ended since the last call. */
    List<Long> ended() {
        List<Long> orders = new ArrayList<>();
        kept.values().removeIf(each -> {
            if (each.start().isCompletedExceptionally()) {
                return true; // its orders stay, for the next keeper to try again
            }
            boolean ended = each.start().isDone() && hasEnded(each);
            if (ended) {
                orders.addAll(each.orders());
            }
            return ended;
        });
        return orders;
    }

    private boolean hasEnded(Kept each) {
        Optional<RunState> state = each.start().join().map(ExecutingRun::status);
        state.filter(RunState::ended).ifPresent(end -> end(each.trigger(), version(each.trigger()), end));
        return state.isEmpty() || state.get().ended();
    }

    /** Runs start in the order in which they were triggered, but for those that need something built first. */
    private Kept keep(TriggerRecord trigger) {
        Deployment version = version(trigger);
        CompletableFuture<Optional<ExecutingRun>> start = starter.mayTakeLong(version.run())
                ? CompletableFuture.supplyAsync(() -> begin(trigger, version), KeptRuns::inBackground)
                        .whenComplete((run, e) -> {
                            if (e != null) {
                                System.err.println("run " + trigger.run() + ": " + e);
                            }
                        })
                : CompletableFuture.completedFuture(begin(trigger, version));
        return new Kept(trigger, start, new ArrayList<>());
    }

    private static void inBackground(Runnable work) {
        Daemons.start("flowsweep-keeper", work);
    }

    private Deployment version(TriggerRecord trigger) {
        return Targets.named(LocalTarget.NAME, store).version(trigger.deployment(), trigger.version());
    }

    /** Starts a run, or goes on with one; empty when it has ended. */
    private Optional<ExecutingRun> begin(TriggerRecord trigger, Deployment version) {
        Optional<Run> before = Client.of(store).flowNamed(trigger.flow()).run(trigger.run());
        Optional<RunState> ended = before.map(Run::state).filter(s -> s.ended() && s != RunState.LOST);
        if (ended.isPresent()) {
            end(trigger, version, ended.get()); // whoever kept it may have died before
            return Optional.empty();
        }
        RunTemplate template = version.run().triggeredBy(trigger.cause().told(trigger.deployment(), trigger.version()));
        try {
            return Optional.of(
                    before.isEmpty()
                            ? starter.start(template, trigger.run(), trigger.parameters())
                            : starter.adopt(template, before.get(), trigger.parameters()));
        } catch (UnwritableStoreException e) {
            throw e;
        } catch (RuntimeException e) {
            String reason = e instanceof FlowSweepException ? e.getMessage() : e.toString();
            starter.fail(template, trigger.run(), reason);
            end(trigger, version, RunState.FAILED);
            return Optional.empty();
        }
    }

    /** Does what follows from the end of a run, and then lets everybody see that it has ended. */
    private void end(TriggerRecord trigger, Deployment version, RunState state) {
        store.delete(StoreLayout.suspended(StoreLayout.run(trigger.flow(), trigger.run())));
        new FinishedRun(version, trigger).publish(store, state);
        triggers.close(trigger);
    }
}
