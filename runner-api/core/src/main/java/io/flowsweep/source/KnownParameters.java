package io.flowsweep.source;

import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ParameterPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives values to the parameters that a plan has. */
final class KnownParameters {

    private KnownParameters() {}

    /** @throws InvalidInputException with each name that is none, in any spelling */
    static FlowPlan bind(FlowPlan plan, Map<String, ?> parameters) {
        List<String> names = plan.parameters().stream().map(ParameterPlan::name).toList();
        List<Problem> problems = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        PlainValues.canonicalMap(parameters).forEach((given, value) -> {
            Optional<String> name =
                    names.stream().filter(n -> KeyStyle.same(n, given)).findFirst();
            name.ifPresent(n -> values.put(n, value));
            if (name.isEmpty()) {
                problems.add(Problem.of(
                        "the flow has no parameter \"" + given + "\"",
                        plan.flow(),
                        names.isEmpty() ? "It has none at all." : Suggestions.didYouMean(given, names)));
            }
        });
        InvalidInputException.throwIfAny(problems);
        return plan.withParameterValues(values);
    }
}
