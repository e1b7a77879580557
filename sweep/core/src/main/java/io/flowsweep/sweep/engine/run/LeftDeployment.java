package io.flowsweep.sweep.engine.run;

import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.DeploymentChanged;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.TrialId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deployment that an earlier driver of a sweep has left: it died before the end of the deployment was on record, or kept it.
 *
 * @param mate whether that driver worked on the very same variants
 * @param kept whether the deployment is to stay as far as that driver is concerned
 */
public record LeftDeployment(DeploymentChanged planned, boolean mate, boolean kept) {

    /** All of a sweep, as the last driver says that had to do with each. Those of drivers that live are theirs. */
    public static List<LeftDeployment> of(Journals journals, String sweepId, String frozen) {
        Map<String, LeftDeployment> left = new LinkedHashMap<>();
        for (int driver : journals.drivers(sweepId)) {
            boolean lives = journals.holder(sweepId, driver).isPresent();
            boolean mate = journals.start(sweepId, driver)
                    .flatMap(SweepStarted::frozen)
                    .filter(frozen::equals)
                    .isPresent();
            journals.read(sweepId, driver, event -> add(event, lives, mate, left));
        }
        return List.copyOf(left.values());
    }

    private static void add(SweepEvent event, boolean lives, boolean mate, Map<String, LeftDeployment> left) {
        if (event instanceof DeploymentChanged changed) {
            String name = changed.deployment();
            switch (changed.change()) {
                case PLANNED -> {
                    left.remove(name);
                    if (!lives) {
                        left.put(name, new LeftDeployment(changed, mate, false));
                    }
                }
                case DELETED -> left.remove(name);
                case KEPT ->
                    left.computeIfPresent(name, (n, each) -> new LeftDeployment(each.planned(), each.mate(), true));
            }
        }
    }

    String name() {
        return planned.deployment();
    }

    /** Of which trial it is; empty of a flow that is deployed beside the variants. */
    Optional<TrialId> trial() {
        return planned.variant().flatMap(variant -> planned.repeat().map(repeat -> new TrialId(variant, repeat)));
    }
}
