package io.flowsweep.scheduler;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.deployer.spi.Target;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** Whether the runs of all deployments have ended; then the events that these ends are have been published. Used by one thread. */
final class Ends {

    private final Target target;
    private final Set<String> ended = new HashSet<>();

    Ends(Target target) {
        this.target = target;
    }

    boolean haveAllCome() {
        for (Deployment deployment : target.list()) {
            Iterator<TriggerRecord> runs = target.triggers(deployment.name()).iterator();
            while (runs.hasNext()) {
                TriggerRecord run = runs.next();
                if (!ended.contains(run.run())) {
                    if (!target.standing(run).status().ended()) {
                        return false;
                    }
                    ended.add(run.run());
                }
            }
        }
        return true;
    }
}
