package io.flowsweep.planner.parameter;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.codec.Secrets;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.flow.Parameter;
import io.flowsweep.plan.FileParameters;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.definition.FlowDefinition;
import io.flowsweep.planner.definition.TypeNames;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One parameter of a flow: takes the value it is given, or finds its default. */
final class ParameterField {

    private final Field field;
    private final Parameter declared;

    ParameterField(Field field) {
        this.field = field;
        this.declared = field.getAnnotation(Parameter.class);
    }

    String name() {
        return field.getName();
    }

    /** The plain value given; empty when problems were added. */
    Optional<Object> take(Object given, List<Problem> problems) {
        return checked(() -> plain(given, Path.of("").toAbsolutePath()), problems);
    }

    /**
     * The plain default; empty when there is none, or problems were added.
     *
     * @param initial the initializer's value
     * @param folder of the flow's source file
     */
    Optional<Object> defaultValue(
            Object initial, DeployScope scope, DefaultMethods methods, Path folder, List<Problem> problems) {
        if (declared.required()) {
            problems.add(missing());
            return Optional.empty();
        }
        return checked(
                () -> {
                    if (!declared.defaultMethod().isEmpty()) {
                        return plain(methods.call(declared.defaultMethod()), folder);
                    }
                    if (!declared.defaultValue().isEmpty()) {
                        return plain(scope.expand(declared.defaultValue(), FlowDefinition.where(field)), folder);
                    }
                    Object value =
                            initial instanceof String text ? scope.expand(text, FlowDefinition.where(field)) : initial;
                    return value == null ? null : plain(value, folder);
                },
                problems);
    }

    boolean isRequired() {
        return declared.required();
    }

    /** That it is required and has no value. */
    Problem missing() {
        return Problem.of(
                "the parameter \"" + name() + "\" is required and has no value",
                FlowDefinition.where(field),
                "Give it one: --" + name() + " VALUE, or params." + name() + " in a sweep file.");
    }

    ParameterPlan plan(Optional<Object> value) {
        return new ParameterPlan(name(), TypeNames.of(field.getGenericType()), value, declared.help());
    }

    private Object plain(Object given, Path folder) {
        Type type = field.getGenericType();
        Object plain = type == Path.class ? FileParameters.named(given, folder) : ParameterValues.plain(type, given);
        if (plain instanceof Number number
                && (number.doubleValue() < declared.min() || number.doubleValue() > declared.max())) {
            throw new CodecException("must be " + range() + ", but got " + PlainValues.text(plain));
        }
        return plain;
    }

    private String range() {
        String least = Double.isInfinite(declared.min()) ? "" : "at least " + PlainValues.text(declared.min());
        String most = Double.isInfinite(declared.max()) ? "" : "at most " + PlainValues.text(declared.max());
        return least + (least.isEmpty() || most.isEmpty() ? "" : " and ") + most;
    }

    private Optional<Object> checked(Supplier<Object> value, List<Problem> problems) {
        String subject = "the parameter \"" + name() + "\": ";
        try {
            return Optional.ofNullable(value.get());
        } catch (InvalidInputException e) {
            e.problems()
                    .forEach(p -> problems.add(Problem.of(
                            subject + p.what(),
                            p.where().isEmpty() ? FlowDefinition.where(field) : p.where(),
                            p.cure())));
        } catch (FlowSweepException e) {
            String why = Secrets.isSecret(name(), "") ? "the value does not fit" : e.getMessage();
            problems.add(Problem.of(subject + why, FlowDefinition.where(field), ""));
        }
        return Optional.empty();
    }

    /** What is wrong with the declaration itself. */
    void check(FlowDefinition flow, List<Problem> problems) {
        String where = FlowDefinition.where(field);
        boolean hasText = !declared.defaultValue().isEmpty();
        boolean hasMethod = !declared.defaultMethod().isEmpty();
        if (hasText && hasMethod || declared.required() && (hasText || hasMethod)) {
            problems.add(Problem.of(
                    "the parameter has more than one of required, defaultValue and defaultMethod",
                    where,
                    "Keep one of them."));
        }
        if (hasMethod) {
            DefaultMethods.check(flow, declared.defaultMethod(), where, problems);
        }
        boolean bounded = !Double.isInfinite(declared.min()) || !Double.isInfinite(declared.max());
        if (bounded && !ValueCodec.isNumber(ValueCodec.rawType(field.getGenericType()))) {
            problems.add(Problem.of("min and max are for numbers", where, "Remove them."));
        }
        if (ReservedNames.contains(name())) {
            problems.add(Problem.of(
                    "a parameter cannot be named \"" + name() + "\", which is an option of the command",
                    where,
                    "Rename it."));
        }
    }
}
