package io.flowsweep.planner;

import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.Storable;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;
import io.flowsweep.planner.config.ConfigField;
import io.flowsweep.planner.definition.FlowDefinition;
import io.flowsweep.planner.definition.FlowDefinition.StepMethod;
import io.flowsweep.planner.definition.TypeNames;
import io.flowsweep.planner.parameter.Parameters;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The checks of a flow's class, its methods and its fields; those of its graph are in the package {@code step}. */
final class FlowChecks {

    private FlowChecks() {}

    static void check(FlowDefinition flow, List<Problem> problems) {
        checkClass(flow.type(), problems);
        flow.steps().values().forEach(step -> checkMethod(flow, step, problems));
        flow.configs().forEach(field -> checkConfig(field, problems));
        flow.parameters().forEach(field -> checkParameter(flow, field, problems));
        flow.artifacts().forEach(field -> checkArtifact(field, problems));
        checkNames(flow, problems);
        checkConfigNames(flow, problems);
        checkParameterNames(flow, problems);
        checkStepNames(flow, problems);
    }

    private static void checkClass(Class<?> type, List<Problem> problems) {
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers()) || type.isLocalClass()) {
            problems.add(Problem.of(
                    "a flow cannot be an inner class",
                    type.getSimpleName(),
                    "Make it static, or give it a file of its own."));
            return;
        }
        try {
            type.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            problems.add(Problem.of(
                    "a flow needs a constructor without arguments",
                    type.getSimpleName(),
                    "Give it configs and parameters as fields instead."));
        }
    }

    private static void checkMethod(FlowDefinition flow, StepMethod step, List<Problem> problems) {
        Method method = step.method();
        if (Modifier.isStatic(method.getModifiers()) || Modifier.isAbstract(method.getModifiers())) {
            problems.add(Problem.of(
                    "a step cannot be " + (Modifier.isStatic(method.getModifiers()) ? "static" : "abstract"),
                    step.where(),
                    "Make it an ordinary method."));
        }
        if (method.getReturnType() != void.class) {
            problems.add(Problem.of(
                    "a step returns nothing, but this returns " + TypeNames.of(method.getGenericReturnType()),
                    step.where(),
                    "Return void and keep the value in a field: fields are what the next step sees."));
        }
        if (method.getParameterCount() > 0 && !step.join()) {
            problems.add(Problem.of(
                    "a step takes no arguments, or one Inputs<"
                            + method.getDeclaringClass().getSimpleName() + "> where branches join",
                    step.where(),
                    "Use fields, @FlowConfig or @Parameter instead."));
        }
        if (step.join()
                && method.getGenericParameterTypes()[0] instanceof ParameterizedType inputs
                && inputs.getActualTypeArguments()[0] instanceof Class<?> branch
                && !branch.isAssignableFrom(flow.type())) {
            problems.add(Problem.of(
                    "the join takes " + TypeNames.of(inputs) + ", but its branches are " + flow.name() + " flows",
                    step.where(),
                    "Take Inputs<" + flow.name() + ">."));
        }
    }

    private static void checkConfig(Field field, List<Problem> problems) {
        checkSettable(field, "config", problems);
        if (field.isAnnotationPresent(Parameter.class)) {
            problems.add(Problem.of(
                    "a field cannot be both a config and a parameter",
                    FlowDefinition.where(field),
                    "Remove @Parameter or @FlowConfig."));
        }
        FlowConfig config = field.getAnnotation(FlowConfig.class);
        if (!config.defaultFile().isEmpty() && !config.defaultValue().isEmpty()) {
            problems.add(Problem.of(
                    "the config has both a defaultFile and a defaultValue",
                    FlowDefinition.where(field),
                    "Keep one of them."));
        }
        Class<?> type = new ConfigField(field).type();
        if (type == String.class && !config.parser().isEmpty()) {
            problems.add(Problem.of(
                    "a config of type String is its text as it stands, and no parser reads it",
                    FlowDefinition.where(field),
                    "Remove the parser, or declare a record or a Map."));
        }
        if (!type.isRecord()
                && type != Map.class
                && type != String.class
                && !type.getName().equals("com.typesafe.config.Config")) {
            problems.add(Problem.of(
                    "a config is a record, a Map<String, ?>, a com.typesafe.config.Config or a String, or an Optional of one, but this is "
                            + TypeNames.of(field.getGenericType()),
                    FlowDefinition.where(field),
                    "Declare a record with one component for each key."));
        }
    }

    private static void checkParameter(FlowDefinition flow, Field field, List<Problem> problems) {
        checkSettable(field, "parameter", problems);
        Type type = field.getGenericType();
        if (type != Path.class
                && (!Storable.codec(type).equals("json")
                        || Storable.whyNot(type).isPresent())) {
            problems.add(Problem.of(
                    "a parameter cannot be of type " + TypeNames.of(type),
                    FlowDefinition.where(field),
                    "Parameters are numbers, booleans, text, enums, dates, durations, memory sizes, files (Path), and records,"
                            + " lists, sets and maps of these."));
        }
        Parameters.check(flow, field, problems);
    }

    /** On a command line and in the environment a name is known in every spelling. */
    private static void checkParameterNames(FlowDefinition flow, List<Problem> problems) {
        Map<String, Field> seen = new HashMap<>();
        for (Field field : flow.parameters()) {
            Field other = seen.putIfAbsent(KeyStyle.canonical(field.getName()), field);
            if (other != null && !other.getName().equals(field.getName())) {
                problems.add(Problem.of(
                        "the parameters \"" + other.getName() + "\" and \"" + field.getName()
                                + "\" differ only in spelling",
                        FlowDefinition.where(field),
                        "Rename one of them."));
            }
        }
    }

    private static void checkSettable(Field field, String kind, List<Problem> problems) {
        int modifiers = field.getModifiers();
        if (Modifier.isFinal(modifiers) || Modifier.isStatic(modifiers)) {
            problems.add(Problem.of(
                    "a " + kind + " field must not be " + (Modifier.isFinal(modifiers) ? "final" : "static"),
                    FlowDefinition.where(field),
                    "Remove the modifier: the value is filled in before each step."));
        }
    }

    private static void checkArtifact(Field field, List<Problem> problems) {
        Storable.whyNot(field.getGenericType())
                .ifPresent(why -> problems.add(Problem.of(
                        "the field \"" + field.getName() + "\" of type " + TypeNames.of(field.getGenericType())
                                + " cannot be kept as an artifact: " + why,
                        FlowDefinition.where(field),
                        "Change its type, or mark it transient to leave it out.")));
    }

    private static void checkConfigNames(FlowDefinition flow, List<Problem> problems) {
        Map<String, Field> seen = new HashMap<>();
        for (Field field : flow.configs()) {
            String name = new ConfigField(field).name();
            if (!name.matches("[A-Za-z_][A-Za-z0-9_-]*")
                    || KeyStyle.canonical(name).startsWith("value_")) {
                problems.add(Problem.of(
                        "a config cannot be named \"" + name + "\"",
                        FlowDefinition.where(field),
                        "Use letters, digits, _ and -, a letter first, and not value_ in front, which means a value in the"
                                + " environment."));
            }
            Field other = seen.putIfAbsent(KeyStyle.canonical(name), field);
            if (other != null) {
                problems.add(Problem.of(
                        "two configs are named \"" + name + "\": also " + FlowDefinition.where(other),
                        FlowDefinition.where(field),
                        "Give one of them another name."));
            }
        }
    }

    /** A step is known by its name alone; one that overrides another is the same step. */
    private static void checkStepNames(FlowDefinition flow, List<Problem> problems) {
        for (Class<?> level : FlowDefinition.lineage(flow.type())) {
            for (Method method : level.getDeclaredMethods()) {
                StepMethod step = flow.steps().get(method.getName());
                if (method.isAnnotationPresent(Step.class)
                        && !method.isBridge()
                        && !Arrays.equals(
                                method.getParameterTypes(), step.method().getParameterTypes())) {
                    problems.add(Problem.of(
                            "two steps are named \"" + step.name() + "\"", step.where(), "Rename one of them."));
                }
            }
        }
    }

    /** A field that hides one of a base class would be two artifacts of one name. */
    private static void checkNames(FlowDefinition flow, List<Problem> problems) {
        Map<String, Field> seen = new HashMap<>();
        for (List<Field> fields : List.of(flow.configs(), flow.parameters(), flow.artifacts())) {
            for (Field field : fields) {
                Field other = seen.putIfAbsent(field.getName(), field);
                if (other != null) {
                    problems.add(Problem.of(
                            "the field \"" + field.getName() + "\" is declared twice: also in "
                                    + other.getDeclaringClass().getSimpleName(),
                            FlowDefinition.where(field),
                            "Rename one of them."));
                }
            }
        }
    }
}
