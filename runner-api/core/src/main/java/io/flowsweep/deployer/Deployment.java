package io.flowsweep.deployer;

import io.flowsweep.plan.FlowPlan;
import io.flowsweep.runner.RunTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A flow as it is deployed: one version of it.
 *
 * @param name unique in its target
 * @param target the target's name
 * @param version from 1
 * @param owner the user who deployed this version
 * @param deployedAt when this version was made
 * @param paused whether its schedule and its events start no runs
 * @param run what each of its runs is started with
 */
public record Deployment(
        String name, String target, int version, String owner, Instant deployedAt, boolean paused, RunTemplate run) {

    private static final String BRANCH = "project_branch:";

    /** The flow's name. */
    public String flow() {
        return plan().flow();
    }

    /** The resolved plan, but for parameters that are given to single runs. */
    public FlowPlan plan() {
        return run.plan();
    }

    /** The configs by name, frozen: plain values, or text. */
    public Map<String, Object> configs() {
        return plan().configValues();
    }

    /** Which each of its runs carries. */
    public List<String> tags() {
        return run.tags();
    }

    /** The branch of the flow's project, {@code test.NAME} or {@code user.NAME}; empty of a flow without a project. */
    public Optional<String> branch() {
        return branch(run);
    }

    static Optional<String> branch(RunTemplate run) {
        return run.tags().stream()
                .filter(tag -> tag.startsWith(BRANCH))
                .map(tag -> tag.substring(BRANCH.length()))
                .findFirst();
    }

    /** Equal digests mean that the same is deployed. */
    public String digest() {
        return run.digest();
    }

    /** {@code Deployment[torchperf.test.exp1.MatMul version 3 of ada]}. */
    @Override
    public String toString() {
        return "Deployment[" + name + " version " + version + " of " + owner + (paused ? ", paused" : "") + "]";
    }
}
