package io.flowsweep.runtime.task;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.events.Artifact;
import io.flowsweep.flow.Current;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Step;
import io.flowsweep.plan.ArtifactPlan;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.ConfigValues;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** One instance of a flow's class with its fields reachable by name, as the plan names them. */
final class FlowInstance {

    /** The fields of a flow's class and its bases by name; each class is made by the loader of one run. */
    private static final ClassValue<Map<String, FlowField>> FIELDS = new ClassValue<>() {
        @Override
        protected Map<String, FlowField> computeValue(Class<?> type) {
            return fieldsOf(type);
        }
    };

    private static final FlowField CURRENT = current();

    private final FlowPlan plan;
    private final FlowSpec flow;
    private final Map<String, Object> readOnly = new LinkedHashMap<>();
    private final Map<String, Path> missingFiles = new HashMap<>();

    private FlowInstance(FlowPlan plan, FlowSpec flow) {
        this.plan = plan;
        this.flow = flow;
    }

    /**
     * A fresh instance with configs, parameters and the given artifacts filled in.
     *
     * @throws InvocationTargetException when the flow's constructor throws
     */
    static FlowInstance create(
            FlowPlan plan,
            Class<?> type,
            Current current,
            Map<String, Artifact> artifacts,
            ArtifactCodec codec,
            ParameterFiles files,
            Supplier<Path> scratch)
            throws InvocationTargetException {
        FlowInstance instance = new FlowInstance(plan, construct(type));
        CURRENT.set(instance.flow, current);
        for (ConfigPlan config : plan.configs()) {
            instance.fill(config.field(), ConfigValues.typed(instance.type(config.field()), config));
        }
        for (ParameterPlan parameter : plan.parameters()) {
            instance.fill(parameter.name(), instance.value(parameter, files));
        }
        for (Artifact artifact : artifacts.values()) {
            FlowField field = instance.field(artifact.name());
            field.set(instance.flow, codec.decode(artifact, field.type(), scratch));
        }
        instance.noteMissingFiles();
        return instance;
    }

    FlowSpec flow() {
        return flow;
    }

    /** The artifacts as they stand now, by name, but for paths that name no file and did not when the task began. */
    Map<String, Artifact> artifacts(ArtifactCodec codec) {
        Map<String, Artifact> artifacts = new LinkedHashMap<>();
        for (ArtifactPlan artifact : plan.artifacts()) {
            FlowField field = field(artifact.name());
            Object value = field.get(flow);
            Path missing = missingFiles.get(artifact.name());
            if (missing == null || !missing.equals(value) || Files.exists(missing)) {
                artifacts.put(artifact.name(), codec.encode(artifact.name(), artifact.codec(), field.type(), value));
            }
        }
        return artifacts;
    }

    boolean has(String artifact) {
        return plan.artifactNames().contains(artifact);
    }

    Object get(String name) {
        return field(name).get(flow);
    }

    void set(String name, Object value) {
        field(name).set(flow, value);
    }

    Type type(String name) {
        return field(name).type();
    }

    /** The declared type of a field of a flow's class or of its bases. */
    static Type type(Class<?> flow, String name) {
        return fieldOf(flow, name).type();
    }

    /** The config and parameter fields that no longer hold what they were given. */
    List<String> changedReadOnly() {
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, Object> given : readOnly.entrySet()) {
            FlowField field = field(given.getKey());
            if (!Objects.equals(snapshot(field, field.get(flow)), given.getValue())) {
                changed.add(given.getKey());
            }
        }
        return changed;
    }

    /**
     * Calls a step.
     *
     * @throws InvocationTargetException with what the step threw
     */
    void call(StepPlan step, Inputs<?> inputs) throws InvocationTargetException {
        try {
            Method method = method(step);
            if (step.join()) {
                method.invoke(flow, inputs);
            } else {
                method.invoke(flow);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void noteMissingFiles() {
        for (ArtifactPlan artifact : plan.artifacts()) {
            if (get(artifact.name()) instanceof Path path && Files.notExists(path)) {
                missingFiles.put(artifact.name(), path);
            }
        }
    }

    private void fill(String name, Object value) {
        field(name).set(flow, value);
        readOnly.put(name, snapshot(field(name), value));
    }

    private Object value(ParameterPlan parameter, ParameterFiles files) {
        Type type = type(parameter.name());
        Object plain = parameter.value().orElse(null);
        return type == Path.class && plain instanceof Map<?, ?> file
                ? files.file(parameter.name(), file)
                : ValueCodec.decode(type, plain);
    }

    /** In a form that shows it when something inside has been changed. */
    private static Object snapshot(FlowField field, Object value) {
        try {
            return ValueCodec.encode(field.type(), value);
        } catch (CodecException e) {
            return value; // a file or a Config, which cannot be changed
        }
    }

    private static FlowSpec construct(Class<?> type) throws InvocationTargetException {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (FlowSpec) constructor.newInstance();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An override without the annotation is reached through the method that carries it. */
    private Method method(StepPlan step) {
        List<Method> named = new ArrayList<>();
        for (Class<?> level = flow.getClass(); level != FlowSpec.class; level = level.getSuperclass()) {
            for (Method method : level.getDeclaredMethods()) {
                if (method.getName().equals(step.name()) && !method.isBridge()) {
                    named.add(method);
                }
            }
        }
        for (Method method : named) {
            if (named.size() == 1 || method.isAnnotationPresent(Step.class)) { // the first annotation read costs 10 ms
                method.setAccessible(true);
                return method;
            }
        }
        throw new IllegalStateException("the plan names the step " + step.name() + ", which the class does not have");
    }

    private FlowField field(String name) {
        return fieldOf(flow.getClass(), name);
    }

    private static FlowField fieldOf(Class<?> type, String name) {
        FlowField field = FIELDS.get(type).get(name);
        if (field == null) {
            throw new IllegalStateException("the plan names the field " + name + ", which the class does not have");
        }
        return field;
    }

    private static Map<String, FlowField> fieldsOf(Class<?> type) {
        Map<String, FlowField> fields = new HashMap<>();
        for (Class<?> level = type; level != FlowSpec.class; level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !fields.containsKey(field.getName())) {
                    fields.put(field.getName(), FlowField.of(field));
                }
            }
        }
        return fields;
    }

    private static FlowField current() {
        try {
            return FlowField.of(FlowSpec.class.getDeclaredField("current"));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
