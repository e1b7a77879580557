package io.flowsweep.sweep.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a sweep deploys: the {@code deploy { }} block.
 *
 * @param keep which deployments of variants stay when the sweep has ended; default {@code none}
 * @param also flows that are deployed for as long as a driver works on the sweep, in the order of the text
 */
public record DeployPolicy(Keep keep, List<Companion> also) {

    public static final DeployPolicy DEFAULT = new DeployPolicy(Keep.NONE, List.of());

    public enum Keep {
        /** Every deployment. */
        ALL,
        /** That of the best variant by the objective. */
        BEST,
        /** No deployment: each is deleted when its run has ended. */
        NONE
    }

    /**
     * A flow that is deployed beside the variants.
     *
     * @param flow its source, absolute
     * @param config of its only config, or the one called {@code config}; texts may hold {@code ${sweep.…}}; empty for none
     * @param params by name; the same
     * @param triggerAtEnd whether it is run once more when the last variant has ended
     * @param where {@code file:line}
     */
    public record Companion(
            Path flow, Map<String, Object> config, Map<String, Object> params, boolean triggerAtEnd, String where) {}
}
