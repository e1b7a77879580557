package io.flowsweep.scheduler.subscription;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.store.Store;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Finds what a scheduler could never do well, when a flow is deployed. */
public final class AutomationChecks {

    private AutomationChecks() {}

    /**
     * Checks a deployment that is about to be made.
     *
     * @param others what is deployed; asked for only when it matters
     * @throws InvalidInputException when its schedule leaves a required parameter without a value, or its end would lead to a run
     *     of its own
     */
    public static void check(Deployment deployment, Store store, Supplier<List<Deployment>> others) {
        if (deployment.plan().automation().flatMap(AutomationPlan::schedule).isPresent()) {
            try {
                deployment.run().bind(store, Map.of());
            } catch (InvalidInputException e) {
                throw new InvalidInputException(
                        "a run that the schedule starts would lack what it needs: "
                                + e.problems().get(0).what(),
                        deployment.flow() + " @Schedule",
                        "Give it when the flow is deployed, or give it a default.");
            }
        }
        TriggerCycles.check(deployment, others);
    }
}
