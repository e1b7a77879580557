package io.flowsweep.planner.config;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Secrets;
import io.flowsweep.codec.UnusedKeys;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.config.ConfigReading.Read;
import io.flowsweep.planner.definition.FlowDefinition;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One config of a flow: finds its source, resolves it and checks that it fits the field. */
public final class ConfigField {

    private final Field field;
    private final FlowConfig declared;

    public ConfigField(Field field) {
        this.field = field;
        this.declared = field.getAnnotation(FlowConfig.class);
    }

    public String name() {
        return declared.name().isEmpty() ? field.getName() : declared.name();
    }

    /** The type of its value: a record, a Map, a {@code Config} or a String. */
    public Class<?> type() {
        return (Class<?>) (valueType() instanceof ParameterizedType p ? p.getRawType() : valueType());
    }

    /** Whether its value is a {@code com.typesafe.config.Config}. */
    public boolean isLibraryConfig() {
        return type().getName().equals("com.typesafe.config.Config");
    }

    /** Whether its value is the text of its source as it stands. */
    boolean isText() {
        return type() == String.class;
    }

    private Type valueType() {
        return isOptional() && field.getGenericType() instanceof ParameterizedType p
                ? p.getActualTypeArguments()[0]
                : field.getGenericType();
    }

    private boolean isOptional() {
        return field.getType() == Optional.class;
    }

    /** The resolved config; empty when problems were added. */
    public Optional<ConfigPlan> resolve(Optional<ConfigSource> given, Path folder, List<Problem> problems) {
        try {
            if (given.orElse(null) instanceof ConfigSource.Recorded recorded) {
                ConfigPlan config = recorded.config();
                if (config.text().isEmpty()) {
                    check(ConfigReading.values(config.value(), config.source()));
                }
                return Optional.of(config.of(name(), field.getName()));
            }
            if (isText()) {
                Optional<ConfigText> text = ConfigText.read(declared, given, folder, FlowDefinition.where(field));
                if (text.isPresent()) {
                    return text.map(read -> ConfigPlan.ofText(name(), field.getName(), read.text(), read.source()));
                }
            }
            Optional<Read> read = isText() ? Optional.empty() : read(given, folder);
            if (read.isEmpty()) {
                refuseAbsence();
                return Optional.of(ConfigPlan.absent(name(), field.getName()));
            }
            check(read.get());
            Read found = read.get();
            return Optional.of(
                    new ConfigPlan(name(), field.getName(), found.config().values(), found.source(), found.places()));
        } catch (InvalidInputException e) {
            e.problems().stream().map(this::named).forEach(problems::add);
            return Optional.empty();
        }
    }

    /** What is wrong with the text itself does not say which config it is. */
    private Problem named(Problem problem) {
        return problem.what().startsWith("the config ")
                ? problem
                : Problem.of("the config \"" + name() + "\": " + problem.what(), problem.where(), problem.cure());
    }

    private Optional<Read> read(Optional<ConfigSource> given, Path folder) {
        return new ConfigReading(declared.parser(), field.getDeclaringClass(), folder)
                .of(given, declared.defaultFile(), declared.defaultValue(), FlowDefinition.where(field));
    }

    private void refuseAbsence() {
        if (isOptional()) {
            return;
        }
        throw new InvalidInputException(
                "the config \"" + name() + "\" has no value",
                FlowDefinition.where(field),
                "Give it one: --config " + name() + " FILE, --config-value " + name() + " HOCON, Runner.config(\""
                        + name() + "\", …), or a defaultFile in @FlowConfig.");
    }

    private void check(Read read) {
        if (!type().isRecord()) {
            return;
        }
        try {
            ValueCodec.decode(valueType(), read.config().values());
        } catch (CodecException e) {
            String message = Secrets.isSecret(e.path(), "") ? e.path() + ": the value does not fit" : e.getMessage();
            throw new InvalidInputException(
                    "the config \"" + name() + "\" does not fit " + type().getSimpleName() + ": " + message,
                    read.config().nearestOrigin(e.path()),
                    "");
        }
    }

    /** Tells the keys that neither the field's type nor a {@code ${…}} uses. */
    public void checkUse(ConfigPlan config, DeployScope scope, List<Problem> problems, List<String> warnings) {
        for (UnusedKeys.UnusedKey unused : UnusedKeys.of(valueType(), config.value())) {
            if (!scope.uses(name(), unused.path())) {
                Problem problem = Problem.of(
                        "the config \"" + name() + "\" has the key \"" + unused.path() + "\", which nothing uses"
                                + unused.suggestion(),
                        place(config, unused.path()),
                        "");
                if (declared.strict()) {
                    problems.add(problem);
                } else {
                    warnings.add(problem.toString());
                }
            }
        }
    }

    private static String place(ConfigPlan config, String path) {
        return config.places().entrySet().stream()
                .filter(place -> (place.getKey() + ".").startsWith(path + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Its value as it stands in {@code ${…}}; nothing for a config that is absent. */
    public static void put(ConfigPlan config, Map<String, Object> scope) {
        if (config.isGiven()) {
            scope.put(config.name(), config.content());
        }
    }
}
