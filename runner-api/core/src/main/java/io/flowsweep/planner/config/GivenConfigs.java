package io.flowsweep.planner.config;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.plan.ConfigPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The configs of a flow that declares none: whatever it is given. */
public final class GivenConfigs {

    private GivenConfigs() {}

    /**
     * Reads each source; configs are in the order of their names.
     *
     * @param folder in which texts find what they include
     * @throws InvalidInputException with all that is wrong
     */
    public static List<ConfigPlan> read(Map<String, ConfigSource> given, Path folder) {
        List<ConfigPlan> configs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(given).forEach((name, source) -> {
            try {
                configs.add(read(name, source, folder));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        });
        InvalidInputException.throwIfAny(problems);
        return configs;
    }

    private static ConfigPlan read(String name, ConfigSource source, Path folder) {
        if (source instanceof ConfigSource.Recorded recorded) {
            return recorded.config();
        }
        ConfigReading.Read read = new ConfigReading("", GivenConfigs.class, folder).given(source);
        return new ConfigPlan(name, name, read.config().values(), read.source(), read.places());
    }
}
