package io.flowsweep.scheduler;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.deployer.spi.Target;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether the runs of all deployments have ended; then the events that these ends are have been published. Used by one thread. */
final class Ends {

    private final Target target;
    private final Set<String> ended = new HashSet<>();

    /** One that had not ended when it was last looked at; as long as it goes on, the others need not be looked at. */
    private Optional<TriggerRecord> awaited = Optional.empty();

    Ends(Target target) {
        this.target = target;
    }

    boolean haveAllCome() {
        if (awaited.isEmpty() || hasEnded(awaited.get())) {
            awaited = target.list().stream()
                    .map(Deployment::name)
                    .flatMap(target::triggers)
                    .filter(run -> !hasEnded(run))
                    .findFirst();
        }
        return awaited.isEmpty();
    }

    private boolean hasEnded(TriggerRecord run) {
        if (ended.contains(run.run())) {
            return true;
        }
        boolean hasEnded = target.standing(run).status().ended();
        if (hasEnded) {
            ended.add(run.run());
        }
        return hasEnded;
    }
}
