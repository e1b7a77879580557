package io.flowsweep.runner;

import io.flowsweep.client.Client;
import io.flowsweep.client.Flow;
import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.planner.FlowPlanner;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The plan of a run that resumes another: today's code with the other's configs and parameters. */
final class Resumption {

    private Resumption() {}

    /** The run that is resumed. */
    static Run run(String flow, Store store, Origin origin) {
        Flow runs = Client.of(store).flowNamed(flow);
        Run run = runs.run(origin.run())
                .orElseThrow(() -> new InvalidInputException(
                        "there is no run \"" + origin.run() + "\" of " + flow,
                        store.uri().toString(),
                        Suggestions.didYouMean(
                                origin.run(), runs.runs().limit(20).map(Run::id).toList())));
        if (!run.state().ended()) {
            throw new InvalidInputException(
                    "the run " + origin.run() + " is still under way", "", "Wait for its end, or terminate it.");
        }
        return run;
    }

    /** What its configs were. */
    static Map<String, ConfigSource> configs(Run run) {
        Map<String, ConfigSource> configs = new HashMap<>();
        run.plan().configs().forEach(c -> configs.put(c.name(), new ConfigSource.Recorded(c)));
        return configs;
    }

    static FlowPlan plan(FlowPlanner flow, Run run, Origin origin) {
        FlowPlan plan = flow.plan(configs(run), run.parameters());
        origin.fromStep().ifPresent(step -> checkStep(plan, step));
        return plan.digest().equals(run.plan().digest()) ? plan : warned(plan, origin.run());
    }

    private static void checkStep(FlowPlan plan, String step) {
        List<String> names = plan.steps().stream().map(StepPlan::name).toList();
        if (!names.contains(step)) {
            throw new InvalidInputException(
                    "the flow has no step \"" + step + "\"", plan.flow(), Suggestions.didYouMean(step, names));
        }
    }

    private static FlowPlan warned(FlowPlan plan, String origin) {
        List<String> warnings = new ArrayList<>(plan.warnings());
        warnings.add("the code of " + plan.flow() + " has changed since the run " + origin
                + "; its finished tasks are taken over as they are");
        return plan.withWarnings(warnings);
    }
}
