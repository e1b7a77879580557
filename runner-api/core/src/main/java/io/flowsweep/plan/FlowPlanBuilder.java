package io.flowsweep.plan;

import java.util.List;
import java.util.Optional;

/**
 * A {@link FlowPlan} while it is being made. What it is not told is empty; the resources are then {@link ResourcePlan#LEAST}. Confined
 * to one thread.
 */
public final class FlowPlanBuilder {

    private final String flow;
    private String flowClass = "";
    private Optional<String> sourceDirectory = Optional.empty();
    private String digest = "";
    private List<String> classPath = List.of();
    private List<StepPlan> steps = List.of();
    private List<ArtifactPlan> artifacts = List.of();
    private List<ConfigPlan> configs = List.of();
    private List<ParameterPlan> parameters = List.of();
    private ResourcePlan resources = ResourcePlan.LEAST;
    private Optional<String> project = Optional.empty();
    private List<String> warnings = List.of();
    private Optional<DependencyPlan> dependencies = Optional.empty();
    private Optional<CommandPlan> command = Optional.empty();
    private Optional<AutomationPlan> automation = Optional.empty();

    FlowPlanBuilder(String flow) {
        this.flow = flow;
    }

    /** With all that a plan says. */
    FlowPlanBuilder(FlowPlan plan) {
        this(plan.flow());
        this.flowClass = plan.flowClass();
        this.sourceDirectory = plan.sourceDirectory();
        this.digest = plan.digest();
        this.classPath = plan.classPath();
        this.steps = plan.steps();
        this.artifacts = plan.artifacts();
        this.configs = plan.configs();
        this.parameters = plan.parameters();
        this.resources = plan.resources();
        this.project = plan.project();
        this.warnings = plan.warnings();
        this.dependencies = plan.dependencies();
        this.command = plan.command();
        this.automation = plan.automation();
    }

    public FlowPlanBuilder flowClass(String told) {
        this.flowClass = told;
        return this;
    }

    public FlowPlanBuilder sourceDirectory(Optional<String> told) {
        this.sourceDirectory = told;
        return this;
    }

    public FlowPlanBuilder digest(String told) {
        this.digest = told;
        return this;
    }

    public FlowPlanBuilder classPath(List<String> told) {
        this.classPath = told;
        return this;
    }

    public FlowPlanBuilder steps(List<StepPlan> told) {
        this.steps = told;
        return this;
    }

    public FlowPlanBuilder artifacts(List<ArtifactPlan> told) {
        this.artifacts = told;
        return this;
    }

    public FlowPlanBuilder configs(List<ConfigPlan> told) {
        this.configs = told;
        return this;
    }

    public FlowPlanBuilder parameters(List<ParameterPlan> told) {
        this.parameters = told;
        return this;
    }

    public FlowPlanBuilder resources(ResourcePlan told) {
        this.resources = told;
        return this;
    }

    public FlowPlanBuilder project(Optional<String> told) {
        this.project = told;
        return this;
    }

    public FlowPlanBuilder warnings(List<String> told) {
        this.warnings = told;
        return this;
    }

    public FlowPlanBuilder dependencies(Optional<DependencyPlan> told) {
        this.dependencies = told;
        return this;
    }

    public FlowPlanBuilder command(Optional<CommandPlan> told) {
        this.command = told;
        return this;
    }

    public FlowPlanBuilder automation(Optional<AutomationPlan> told) {
        this.automation = told;
        return this;
    }

    /** The plan as it is by now. */
    public FlowPlan build() {
        return new FlowPlan(
                flow,
                flowClass,
                sourceDirectory,
                digest,
                classPath,
                steps,
                artifacts,
                configs,
                parameters,
                resources,
                project,
                warnings,
                dependencies,
                command,
                automation);
    }
}
