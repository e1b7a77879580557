package io.flowsweep.sweep.engine;

import io.flowsweep.sweep.events.SweepEvent.DeploymentChanged;
import io.flowsweep.sweep.events.SweepEvent.DeploymentStep;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.TrialId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deployment that a driver of a sweep had planned, and of which it has put no end on record before it died.
 *
 * @param mate whether that driver worked on the very same variants
 */
record LeftDeployment(DeploymentChanged planned, boolean mate) {

    /** All of a sweep. Those of drivers that live are theirs. */
    static List<LeftDeployment> of(Journals journals, String sweepId, String frozen) {
        List<LeftDeployment> left = new ArrayList<>();
        for (int driver : journals.drivers(sweepId)) {
            if (journals.holder(sweepId, driver).isEmpty()) {
                boolean mate = journals.start(sweepId, driver)
                        .flatMap(SweepStarted::frozen)
                        .filter(frozen::equals)
                        .isPresent();
                planned(journals, sweepId, driver).values().forEach(each -> left.add(new LeftDeployment(each, mate)));
            }
        }
        return left;
    }

    /** By names: the next driver says again of what it goes on with that it is planned. */
    private static Map<String, DeploymentChanged> planned(Journals journals, String sweepId, int driver) {
        Map<String, DeploymentChanged> planned = new LinkedHashMap<>();
        journals.read(sweepId, driver, event -> {
            if (event instanceof DeploymentChanged changed) {
                if (changed.change() == DeploymentStep.PLANNED) {
                    planned.put(changed.deployment(), changed);
                } else {
                    planned.remove(changed.deployment());
                }
            }
        });
        return planned;
    }

    String name() {
        return planned.deployment();
    }

    /** Of which trial it is; empty of a flow that is deployed beside the variants. */
    Optional<TrialId> trial() {
        return planned.variant().flatMap(variant -> planned.repeat().map(repeat -> new TrialId(variant, repeat)));
    }
}
