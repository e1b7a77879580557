package io.flowsweep.plan;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.UnusedKeys;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.FlowConfig;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One config of a flow: finds its source, resolves it and checks that it fits the field. */
final class ConfigField {

    private final Field field;
    private final FlowConfig declared;

    ConfigField(Field field) {
        this.field = field;
        this.declared = field.getAnnotation(FlowConfig.class);
    }

    String name() {
        return declared.name().isEmpty() ? field.getName() : declared.name();
    }

    String field() {
        return field.getName();
    }

    /** The plain value; empty when problems were added. */
    Optional<Map<String, Object>> resolve(
            Optional<ConfigSource> given, Path folder, List<Problem> problems, List<String> warnings) {
        try {
            ResolvedConfig resolved = document(given, folder).resolve();
            return bind(resolved, problems, warnings);
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private ConfigDocument document(Optional<ConfigSource> given, Path folder) {
        if (given.isPresent()) {
            return given.get() instanceof ConfigSource.File source
                    ? load(source.file().toAbsolutePath())
                    : ConfigDocument.of(((ConfigSource.Value) given.get()).value(), "the value given to the run");
        }
        if (!declared.defaultFile().isEmpty()) {
            return load(folder.resolve(declared.defaultFile()));
        }
        if (!declared.defaultValue().isEmpty()) {
            return ConfigDocument.ofText(declared.defaultValue(), FlowDefinition.where(field), folder, folder);
        }
        throw new InvalidInputException(
                "the config \"" + name() + "\" has no value",
                FlowDefinition.where(field),
                "Give it one: --config " + name() + " FILE, Runner.config(\"" + name()
                        + "\", …), or a defaultFile in @FlowConfig.");
    }

    private static ConfigDocument load(Path file) {
        return ConfigDocument.load(file, file.getParent());
    }

    private Optional<Map<String, Object>> bind(ResolvedConfig resolved, List<Problem> problems, List<String> warnings) {
        Type type = field.getGenericType();
        if (field.getType().isRecord()) {
            try {
                ValueCodec.decode(type, resolved.values());
            } catch (CodecException e) {
                problems.add(Problem.of(
                        "the config \"" + name() + "\" does not fit "
                                + field.getType().getSimpleName() + ": " + e.getMessage(),
                        (e.path().isEmpty() ? Optional.<String>empty() : resolved.origin(e.path()))
                                .orElse(FlowDefinition.where(field)),
                        ""));
                return Optional.empty();
            }
            warnings.addAll(UnusedKeys.of(type, resolved.values()).stream()
                    .map(unused ->
                            resolved.origin(unused.path()).map(o -> o + ": ").orElse("")
                                    + "the config \"" + name() + "\" has the key \"" + unused.path()
                                    + "\", which nothing uses"
                                    + unused.suggestion())
                    .toList());
        }
        return Optional.of(resolved.values());
    }
}
