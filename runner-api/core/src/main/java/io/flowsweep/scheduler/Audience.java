package io.flowsweep.scheduler;

import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.plan.AutomationPlan.Join;
import io.flowsweep.scheduler.subscription.Served;
import io.flowsweep.scheduler.subscription.Subscription;
import io.flowsweep.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which deployments wait for an event, and whether its payload fits their parameters, as they are at this moment. To
 * find that out reads all deployments of the store, so it is for who publishes now and then; what does not fit when it
 * is delivered is refused there.
 */
public final class Audience {

    private final Set<String> events = new LinkedHashSet<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> taking = new LinkedHashSet<>();
    private final Map<String, String> unfit = new LinkedHashMap<>();

    private Audience() {}

    /** Of an event that need not have been published. */
    public static Audience of(Store store, TriggerEvent event) {
        Audience audience = new Audience();
        for (DeployedFlow flow : Deployments.of(store).list()) {
            Served served = Served.of(flow.deployment(), List.of(), event.at());
            Subscription.of(served).forEach(subscription -> audience.add(subscription, event, store));
        }
        return audience;
    }

    private void add(Subscription subscription, TriggerEvent event, Store store) {
        events.add(subscription.event().event());
        String deployment = subscription.deployment().name();
        if (subscription.event().event().equals(event.name())) {
            waiting.add(deployment);
            if (subscription.takes(event)) {
                taking.add(deployment);
                problems(subscription, event, store).stream()
                        .findFirst()
                        .ifPresent(problem -> unfit.putIfAbsent(deployment, problem));
            }
        }
    }

    /** What other events of the trigger may still give does not count. */
    private static List<String> problems(Subscription subscription, TriggerEvent event, Store store) {
        List<String> problems = problems(subscription, subscription.parameters(event), store);
        boolean alone = subscription.plan().join() == Join.ANY
                || subscription.plan().events().size() == 1;
        if (!alone && !problems.isEmpty()) {
            problems.removeAll(problems(subscription, Map.of(), store));
        }
        return problems;
    }

    private static List<String> problems(Subscription subscription, Map<String, Object> parameters, Store store) {
        List<String> problems = new ArrayList<>();
        try {
            subscription.deployment().version().run().bind(store, parameters);
        } catch (InvalidInputException e) {
            e.problems().stream().map(Problem::what).forEach(problems::add);
        } catch (FlowSweepException e) {
            problems.add(e.getMessage());
        }
        return problems;
    }

    /** The names of all events that deployments of the store wait for. */
    public Set<String> events() {
        return Set.copyOf(events);
    }

    /** The names of the deployments that wait for events of its name. */
    public Set<String> waiting() {
        return new LinkedHashSet<>(waiting);
    }

    /** Those of them that take this one: they are not paused, and it has the values that they ask for. */
    public Set<String> taking() {
        return new LinkedHashSet<>(taking);
    }

    /** Those of these whose parameters its payload does not fit, with the reason. */
    public Map<String, String> unfit() {
        return new LinkedHashMap<>(unfit);
    }

    /** {@code Audience[taking [Load], unfit {}]}. */
    @Override
    public String toString() {
        return "Audience[taking " + taking + ", unfit " + unfit + "]";
    }
}
