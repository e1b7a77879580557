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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs that a keeper owns. Used by one thread. */
final class KeptRuns {

    /** @param orders the numbers of those that have asked for it */
    private record Kept(TriggerRecord trigger, ExecutingRun run, FinishedRun end, List<Long> orders) {}

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
    boolean carryOut(long number, Order order) {
        Kept known = kept.get(order.run());
        if (order.kind() == Order.Kind.TERMINATE) {
            if (known != null) {
                new Thread(known.run()::terminate, "flowsweep-terminate").start();
            }
        } else if (known == null) {
            known = triggers.find(order.deployment(), order.run())
                    .flatMap(this::begin)
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
            boolean ended = each.run().status().ended();
            if (ended) {
                end(each.trigger(), each.end(), each.run().status());
                orders.addAll(each.orders());
            }
            return ended;
        });
        return orders;
    }

    /** Starts a run, or goes on with one; empty when it has ended. */
    private Optional<Kept> begin(TriggerRecord trigger) {
        Optional<Run> before = Client.of(store).flowNamed(trigger.flow()).run(trigger.run());
        Deployment version = Targets.named(LocalTarget.NAME, store).version(trigger.deployment(), trigger.version());
        FinishedRun end = new FinishedRun(version, trigger.run());
        Optional<RunState> ended = before.map(Run::state).filter(s -> s.ended() && s != RunState.LOST);
        if (ended.isPresent()) {
            end(trigger, end, ended.get()); // whoever kept it may have died before
            return Optional.empty();
        }
        RunTemplate template = version.run().triggeredBy(trigger.cause().told(trigger.deployment(), trigger.version()));
        try {
            ExecutingRun run = before.isEmpty()
                    ? starter.start(template, trigger.run(), trigger.parameters(), List.of())
                    : starter.adopt(template, before.get(), trigger.parameters(), List.of());
            return Optional.of(new Kept(trigger, run, end, new ArrayList<>()));
        } catch (FlowSweepException e) {
            starter.fail(template, trigger.run(), List.of(), e.getMessage());
            end(trigger, end, RunState.FAILED);
            return Optional.empty();
        }
    }

    /** Does what follows from the end of a run, and then lets everybody see that it has ended. */
    private void end(TriggerRecord trigger, FinishedRun end, RunState state) {
        store.delete(StoreLayout.suspended(StoreLayout.run(trigger.flow(), trigger.run())));
        end.publish(store, state);
        triggers.close(trigger);
    }
}
