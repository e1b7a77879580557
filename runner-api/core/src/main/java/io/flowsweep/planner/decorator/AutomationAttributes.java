package io.flowsweep.planner.decorator;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Schedule;
import io.flowsweep.flow.Trigger;
import io.flowsweep.flow.TriggerOnFinish;
import io.flowsweep.flow.Triggers;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.plan.AutomationPlan.TriggerPlan;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.definition.FlowDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Evaluates what starts a flow by itself against the configs: the decorators of the class, or of the nearest base. */
public final class AutomationAttributes {

    private final FlowDefinition flow;
    private final DeployScope scope;
    private final List<String> parameters;
    private final List<Problem> problems;

    private AutomationAttributes(
            FlowDefinition flow, DeployScope scope, List<String> parameters, List<Problem> problems) {
        this.flow = flow;
        this.scope = scope;
        this.parameters = parameters;
        this.problems = problems;
    }

    /** @param parameters the names of the flow's parameters */
    public static Optional<AutomationPlan> of(
            FlowDefinition flow, DeployScope scope, List<String> parameters, List<Problem> problems) {
        AutomationPlan plan = new AutomationAttributes(flow, scope, parameters, problems).plan();
        return plan.isEmpty() ? Optional.empty() : Optional.of(plan);
    }

    private AutomationPlan plan() {
        Optional<SchedulePlan> schedule = flow.annotation(Schedule.class)
                .flatMap(s -> checked(() -> ScheduleAttributes.of(s, scope, where("@Schedule"))));
        List<TriggerPlan> triggers = new ArrayList<>();
        events().ifPresent(triggers::add);
        flow.annotation(TriggerOnFinish.class)
                .flatMap(t -> checked(() -> attributes("@TriggerOnFinish").of(t)))
                .ifPresent(triggers::add);
        return new AutomationPlan(schedule, List.copyOf(triggers));
    }

    /** Of one event or of several, on the class or on the nearest base that has either. */
    private Optional<TriggerPlan> events() {
        for (Class<?> level = flow.type(); level != null; level = level.getSuperclass()) {
            Trigger single = level.getDeclaredAnnotation(Trigger.class);
            Triggers several = level.getDeclaredAnnotation(Triggers.class);
            if (single != null) {
                return checked(() -> attributes("@Trigger").of(single));
            }
            if (several != null) {
                return checked(() -> attributes("@Triggers").of(several));
            }
        }
        return Optional.empty();
    }

    private TriggerAttributes attributes(String decorator) {
        return new TriggerAttributes(scope, parameters, where(decorator));
    }

    private String where(String decorator) {
        return flow.name() + " " + decorator;
    }

    private <T> Optional<T> checked(Supplier<Optional<T>> evaluation) {
        try {
            return evaluation.get();
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}
