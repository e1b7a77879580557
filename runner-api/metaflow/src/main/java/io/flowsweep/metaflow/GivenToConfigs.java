package io.flowsweep.metaflow;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.metaflow.source.Declared;
import io.flowsweep.metaflow.source.FlowFile;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.planner.config.GivenConfigs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the configs of a flow get. A config that is an object is read here, from any format that we know, and given as JSON; one that
 * is {@code plain} or has a parser of its own gets its text as it is. Metaflow merges nothing into what is given.
 */
final class GivenToConfigs {

    private final FlowFile flow;
    private final Path folder;

    GivenToConfigs(FlowFile flow) {
        this.flow = flow;
        this.folder = flow.file().getParent();
    }

    /** In the order of their names. */
    List<ConfigPlan> read(Map<String, ConfigSource> given, List<Problem> problems) {
        List<ConfigPlan> configs = new ArrayList<>();
        new TreeMap<>(given).forEach((name, source) -> {
            try {
                configs.add(read(name, source));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        });
        for (Declared config : flow.configs()) {
            if (!given.containsKey(config.name()) && config.required()) {
                problems.add(Problem.of(
                        "the config \"" + config.name() + "\" of " + flow.name() + " is given no value",
                        config.place(),
                        "Give it one, or a default where it is declared."));
            } else if (!given.containsKey(config.name())) {
                addDefaultFile(config, configs, problems);
            }
        }
        return configs;
    }

    /** The file counts for what the flow does, so it is read once, and what it says is on record. */
    private void addDefaultFile(Declared config, List<ConfigPlan> configs, List<Problem> problems) {
        config.defaultFile().ifPresent(file -> {
            Path found = folder.resolve(file);
            if (!Files.isRegularFile(found)) {
                problems.add(Problem.of(
                        "the default file of the config \"" + config.name() + "\" does not exist: " + found,
                        config.place(),
                        "Give the config a value, or mend the path; it is searched beside the flow."));
                return;
            }
            try {
                configs.add(read(config.name(), new ConfigSource.File(found, "default of the flow")));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        });
    }

    private ConfigPlan read(String name, ConfigSource source) {
        Optional<Declared> declared = flow.config(name);
        String attribute = declared.map(Declared::attribute).orElse(name);
        boolean asText =
                declared.filter(config -> config.plain() || config.isParsed()).isPresent();
        if (source instanceof ConfigSource.Text text && asText) {
            return ofText(name, attribute, text.text(), text.description());
        }
        if (source instanceof ConfigSource.File file && asText) {
            return ofText(
                    name,
                    attribute,
                    text(file.file(), file.description()),
                    file.file().toString());
        }
        ConfigPlan config = GivenConfigs.read(Map.of(name, source), folder).get(0);
        return new ConfigPlan(name, attribute, config.value(), config.source(), config.places(), config.text());
    }

    private static ConfigPlan ofText(String name, String attribute, String text, String source) {
        return new ConfigPlan(name, attribute, Map.of(), source, Map.of(), Optional.of(text));
    }

    private static String text(Path file, String description) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the file " + file + " cannot be read: " + e, description, "Make it readable.");
        }
    }
}
