package io.flowsweep.planner.definition;

import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.flow.Case;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a flow's class declares, base classes included, read from its annotations once and not yet checked.
 *
 * @param type the concrete class
 * @param steps by name, sorted, since the JVM does not keep the order of declaration
 * @param configs fields with {@link FlowConfig}
 * @param parameters fields with {@link Parameter}
 * @param artifacts the other fields that are neither static, transient nor final
 */
public record FlowDefinition(
        Class<?> type,
        Map<String, StepMethod> steps,
        List<Field> configs,
        List<Field> parameters,
        List<Field> artifacts) {

    /** A method with {@link Step}. */
    public record StepMethod(Method method, Step step) {

        public String name() {
            return method.getName();
        }

        /** Where it may lead, each step once. */
        public List<String> targets() {
            Stream<String> cases = Arrays.stream(step.cases()).map(Case::next);
            return Stream.concat(Arrays.stream(step.next()), cases).distinct().toList();
        }

        public boolean isForeach() {
            return !step.foreach().isEmpty();
        }

        public boolean isChoice() {
            return !step.condition().isEmpty() || step.cases().length > 0;
        }

        /** Whether every target follows as a branch. */
        public boolean isSplit() {
            return !isChoice() && step.next().length > 1;
        }

        public boolean join() {
            return method.getParameterCount() == 1 && method.getParameterTypes()[0] == Inputs.class;
        }

        /** Class and method, for messages. */
        public String where() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "()";
        }
    }

    public static FlowDefinition read(Class<?> type) {
        Map<String, StepMethod> steps = new TreeMap<>();
        List<Field> configs = new ArrayList<>();
        List<Field> parameters = new ArrayList<>();
        List<Field> artifacts = new ArrayList<>();
        for (Class<?> level : lineage(type)) {
            for (Method method : level.getDeclaredMethods()) {
                Step step = method.getAnnotation(Step.class);
                if (step != null && !method.isBridge()) {
                    steps.put(method.getName(), new StepMethod(method, step));
                }
            }
            for (Field field : level.getDeclaredFields()) {
                if (field.isAnnotationPresent(FlowConfig.class)) {
                    configs.add(field);
                } else if (field.isAnnotationPresent(Parameter.class)) {
                    parameters.add(field);
                } else if (isArtifact(field)) {
                    artifacts.add(field);
                }
            }
        }
        return new FlowDefinition(type, steps, configs, parameters, artifacts);
    }

    /** The flow's name. */
    public String name() {
        return type.getSimpleName();
    }

    /** An annotation of the class, or of the nearest base that has it. */
    public <A extends Annotation> Optional<A> annotation(Class<A> annotation) {
        for (Class<?> level = type; level != null; level = level.getSuperclass()) {
            if (level.isAnnotationPresent(annotation)) {
                return Optional.of(level.getAnnotation(annotation));
            }
        }
        return Optional.empty();
    }

    /** An artifact, config or parameter by name. */
    public Optional<Field> field(String name) {
        return Stream.of(artifacts, configs, parameters)
                .flatMap(List::stream)
                .filter(f -> f.getName().equals(name))
                .findFirst();
    }

    public static String where(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    /** That the flow is given a config or a parameter that it does not have. @param known the names of those it has */
    public Problem unknown(String kind, String name, List<String> known) {
        return Problem.of(
                "the flow has no " + kind + " \"" + name + "\"",
                name(),
                known.isEmpty() ? "It has none at all." : Suggestions.didYouMean(name, known));
    }

    private static boolean isArtifact(Field field) {
        int kept = Modifier.STATIC | Modifier.TRANSIENT | Modifier.FINAL;
        return (field.getModifiers() & kept) == 0 && !field.isSynthetic();
    }

    /** The class and its bases below {@link FlowSpec}, the outermost base first. */
    public static List<Class<?>> lineage(Class<?> type) {
        List<Class<?>> lineage = new ArrayList<>();
        for (Class<?> level = type; level != null && level != FlowSpec.class; level = level.getSuperclass()) {
            lineage.add(0, level);
        }
        return lineage;
    }
}
