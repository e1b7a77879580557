package io.flowsweep.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.planner.config.ConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Configs and parameters that are given by the environment. */
class EnvironmentInputsTest extends ConfigPlanning {

    private static final List<String> NAMES = List.of("config", "dataSet");

    @Test
    void giveWhatNothingElseGives() {
        EnvironmentInputs inputs = new EnvironmentInputs(Map.of(
                "FLOWSWEEP_CONFIG_DATA_SET", "a.conf",
                "FLOWSWEEP_CONFIG_VALUE_CONFIG", "a = 1",
                "FLOWSWEEP_PARAMETER_LEARNING_RATE", "0.1",
                "FLOWSWEEP_CONFIG_DATASET", "typo"));

        assertThat(inputs.configs(NAMES, Map.of("config", text("a = 2"))))
                .isEqualTo(Map.of(
                        "config",
                        text("a = 2"),
                        "dataSet",
                        new ConfigSource.File(Path.of("a.conf"), "FLOWSWEEP_CONFIG_DATA_SET")));
        assertThat(inputs.parameters(List.of("learningRate"), Map.of())).isEqualTo(Map.of("learningRate", "0.1"));
        assertThat(inputs.parameters(List.of("learningRate"), Map.of("learning_rate", 2)))
                .isEqualTo(Map.of("learning_rate", 2));
        assertThat(inputs.warnings())
                .singleElement()
                .asString()
                .contains("FLOWSWEEP_CONFIG_DATASET", "Did you mean \"FLOWSWEEP_CONFIG_DATA_SET\"?");
    }

    @Test
    void mayNotGiveBothAFileAndAValue() {
        EnvironmentInputs inputs = new EnvironmentInputs(
                Map.of("FLOWSWEEP_CONFIG_CONFIG", "a.conf", "FLOWSWEEP_CONFIG_VALUE_CONFIG", "a = 1"));

        assertThat(catchThrowableOfType(InvalidInputException.class, () -> inputs.configs(NAMES, Map.of())))
                .hasMessageContainingAll(
                        "the config \"config\" is given both a file and a value", "FLOWSWEEP_CONFIG_VALUE_CONFIG");
    }
}
