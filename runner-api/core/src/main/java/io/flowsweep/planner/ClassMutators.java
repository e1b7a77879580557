package io.flowsweep.planner;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.FlowMutator;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.Mutate;
import io.flowsweep.planner.definition.FlowDefinition;
import java.lang.reflect.Constructor;

/** Applies what {@link Mutate} names on a flow and its bases. */
final class ClassMutators {

    private ClassMutators() {}

    /** @throws InvalidInputException when a mutator cannot be made or throws */
    static FlowPlan apply(FlowDefinition flow, FlowPlan plan) {
        FlowPlan mutated = plan;
        for (Class<?> level : FlowDefinition.lineage(flow.type())) {
            Mutate mutate = level.getDeclaredAnnotation(Mutate.class);
            if (mutate != null) {
                for (Class<? extends FlowMutator> mutator : mutate.value()) {
                    mutated = apply(level, mutator, mutated);
                }
            }
        }
        return mutated;
    }

    private static FlowPlan apply(Class<?> level, Class<? extends FlowMutator> mutator, FlowPlan plan) {
        String where = level.getSimpleName() + " @Mutate(" + mutator.getSimpleName() + ")";
        try {
            Constructor<? extends FlowMutator> constructor = mutator.getDeclaredConstructor();
            constructor.setAccessible(true);
            FlowPlan mutated = constructor.newInstance().apply(plan);
            if (mutated == null) {
                throw new InvalidInputException("the mutator gives no plan", where, "Return the plan it was given.");
            }
            return mutated;
        } catch (ReflectiveOperationException e) {
            throw new InvalidInputException(
                    "the mutator cannot be made: " + (e.getCause() == null ? e : e.getCause()),
                    where,
                    "Give it a constructor without arguments, and make it static.");
        } catch (InvalidInputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidInputException("the mutator failed: " + e, where, "");
        }
    }
}
