package io.flowsweep.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.util.List;
import java.util.Optional;

/** Plans flows of tests, and asserts why they are refused. */
final class Planning {

    private static final FlowPackage CODE = new FlowPackage("d", List.of(), Optional.empty());

    private Planning() {}

    static FlowPlanner planner(Class<?> flow) {
        return FlowPlanner.of(flow, CODE);
    }

    static List<Problem> problems(Class<?> flow) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, () -> planner(flow));
        assertThat(refusal).as("the refusal of " + flow.getSimpleName()).isNotNull();
        return refusal.problems();
    }

    static void assertProblem(Class<?> flow, String what, String where, String cure) {
        assertThat(problems(flow)).singleElement().satisfies(p -> {
            assertThat(p.what()).isEqualTo(what);
            assertThat(p.where()).isEqualTo(where);
            assertThat(p.cure()).isEqualTo(cure);
        });
    }
}
