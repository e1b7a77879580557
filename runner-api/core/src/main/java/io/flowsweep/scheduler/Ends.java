package io.flowsweep.scheduler;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.deployer.spi.Target;
import io.flowsweep.flow.TriggerEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;

/** Whether the runs of all deployments have ended, and what follows from that is done. Used by one thread. */
final class Ends {

    private final Target target;
    private final Set<String> ended = new HashSet<>();

    Ends(Target target) {
        this.target = target;
    }

    /** @param delivered whether the event of this name and id was delivered */
    boolean areAllDelivered(BiPredicate<String, String> delivered) {
        for (Deployment deployment : target.list()) {
            for (TriggerRecord run : target.triggers(deployment.name()).toList()) {
                if (!ended.contains(run.run())) {
                    if (!target.standing(run).status().ended()
                            || !delivered.test(TriggerEvent.RUN_FINISHED, run.flow() + "/" + run.run())) {
                        return false;
                    }
                    ended.add(run.run());
                }
            }
        }
        return true;
    }
}
