package io.flowsweep.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.planner.config.ConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Plans flows with configs, in a folder of their own. */
abstract class ConfigPlanning {

    @TempDir
    Path folder;

    FlowPlan plan(Class<?> flow, Map<String, ConfigSource> given) {
        FlowPackage code = new FlowPackage("d", List.of(), Optional.of(folder.resolve("Flow.java")));
        return FlowPlanner.of(flow, code).plan(given, Map.of());
    }

    Problem refusal(Class<?> flow, Map<String, ConfigSource> given) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, () -> plan(flow, given));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.problems()).hasSize(1);
        return refusal.problems().get(0);
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    static ConfigSource text(String hocon) {
        return new ConfigSource.Text(hocon, "--config-value config");
    }

    abstract static class TwoSteps extends FlowSpec {
        @Step(next = "end")
        void start() {}

        @Step
        void end() {}
    }
}
