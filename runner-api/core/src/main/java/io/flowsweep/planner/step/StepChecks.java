package io.flowsweep.planner.step;

import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.flow.Case;
import io.flowsweep.flow.Catch;
import io.flowsweep.flow.Failed;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.definition.FlowDefinition;
import io.flowsweep.planner.definition.FlowDefinition.StepMethod;
import io.flowsweep.planner.definition.TypeNames;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The checks of each step's own annotation: that it goes on in one way only, and by fields that can say where. */
final class StepChecks {

    private static final Set<Class<?>> CONDITION_TYPES =
            Set.of(String.class, boolean.class, Boolean.class, int.class, Integer.class, long.class, Long.class);

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9]\\d*");

    private final FlowDefinition flow;
    private final StepMethod step;
    private final List<Problem> problems;

    private StepChecks(FlowDefinition flow, StepMethod step, List<Problem> problems) {
        this.flow = flow;
        this.step = step;
        this.problems = problems;
    }

    static void check(FlowDefinition flow, List<Problem> problems) {
        for (StepMethod step : flow.steps().values()) {
            StepChecks checks = new StepChecks(flow, step, problems);
            checks.checkOneWay();
            checks.checkForeach();
            checks.checkChoice();
            checks.checkCatch();
        }
    }

    private void checkOneWay() {
        if (step.isChoice() && (step.step().next().length > 0 || step.isForeach())) {
            problem("a switch goes on by its cases only", "Remove " + (step.isForeach() ? "foreach." : "next."));
        }
        if (step.isForeach() && step.step().next().length != 1) {
            problem("a foreach leads to exactly one step", "Name one step in next; it runs once for each element.");
        }
        if (step.join() && (step.isSplit() || step.isForeach())) {
            problem("a join cannot also split", "Put a step between them.");
        }
    }

    private void checkForeach() {
        if (step.isForeach()) {
            field("foreach", step.step().foreach())
                    .filter(f -> f.getType() != List.class)
                    .ifPresent(f -> problem(
                            "foreach names \"" + f.getName() + "\" of type " + TypeNames.of(f.getGenericType())
                                    + ", which is no List",
                            "Make it a List."));
        }
    }

    private void checkChoice() {
        if (!step.isChoice()) {
            return;
        }
        Case[] cases = step.step().cases();
        if (step.step().condition().isEmpty() || cases.length < 2) {
            problem(
                    "a switch has a condition and at least two cases",
                    "Write @Step(condition = \"field\", cases = {@Case(when = …, next = …), …}).");
            return;
        }
        List<String> values = Arrays.stream(cases).map(Case::when).toList();
        checkDistinct(values);
        if (step.targets().equals(List.of(step.name()))) {
            problem("every case of the switch leads back to itself", "Let one case lead on.");
        }
        Optional<Field> condition = field("condition", step.step().condition());
        if (condition.isPresent() && !canDecide(condition.get())) {
            problem(
                    "condition names \"" + condition.get().getName() + "\" of type "
                            + TypeNames.of(condition.get().getGenericType()) + ", by which no case can be chosen",
                    "Use a String, a boolean, a whole number or an enum.");
            return;
        }
        condition.ifPresent(field ->
                values.stream().filter(when -> !DeployScope.refers(when)).forEach(when -> checkCase(field, when)));
    }

    /** The checks of a switch's cases once every reference in them is replaced. */
    static void checkCases(FlowDefinition flow, StepMethod step, List<String> cases, List<Problem> problems) {
        StepChecks checks = new StepChecks(flow, step, problems);
        checks.checkDistinct(cases);
        checks.field("condition", step.step().condition())
                .ifPresent(condition -> cases.forEach(when -> checks.checkCase(condition, when)));
    }

    private void checkDistinct(List<String> cases) {
        if (cases.stream().distinct().count() < cases.size()) {
            problem("two cases of the switch have the same value", "Give each case its own value.");
        }
    }

    /** A case that the condition can never equal is a slip of the pen. */
    private void checkCase(Field condition, String when) {
        Class<?> type = condition.getType();
        if (type.isEnum()) {
            List<String> constants = Arrays.stream(type.getEnumConstants())
                    .map(c -> ((Enum<?>) c).name())
                    .toList();
            if (!constants.contains(when)) {
                problem(
                        "the case \"" + when + "\" is no constant of " + type.getSimpleName(),
                        Suggestions.didYouMean(when, constants));
            }
        } else if (type == boolean.class || type == Boolean.class) {
            if (!when.equals("true") && !when.equals("false")) {
                problem("the case \"" + when + "\" is no boolean", "Write true or false.");
            }
        } else if (type != String.class && !WHOLE_NUMBER.matcher(when).matches()) {
            problem("the case \"" + when + "\" is no whole number", "Write it in digits, without leading zeros.");
        }
    }

    private static boolean canDecide(Field field) {
        return CONDITION_TYPES.contains(field.getType()) || field.getType().isEnum();
    }

    private void checkCatch() {
        Catch caught = step.method().getAnnotation(Catch.class);
        if (caught == null) {
            return;
        }
        if (step.isForeach() || step.isChoice()) {
            problem(
                    "@Catch is on a step that decides what follows, which it could not do after a failure",
                    "Do the work that may fail in a step before it.");
        }
        if (!caught.artifact().isEmpty() && !DeployScope.refers(caught.artifact())) {
            checkCatchArtifact(caught.artifact());
        }
    }

    /** The same for a name in which every reference is replaced. */
    static void checkCatchArtifact(FlowDefinition flow, StepMethod step, String name, List<Problem> problems) {
        new StepChecks(flow, step, problems).checkCatchArtifact(name);
    }

    private void checkCatchArtifact(String name) {
        field("@Catch", name)
                .filter(f -> f.getType() != Failed.class)
                .ifPresent(f -> problem(
                        "@Catch names \"" + f.getName() + "\" of type " + TypeNames.of(f.getGenericType()),
                        "Make it a Failed."));
    }

    private Optional<Field> field(String attribute, String name) {
        Optional<Field> field =
                flow.artifacts().stream().filter(f -> f.getName().equals(name)).findFirst();
        if (field.isEmpty()) {
            problem(
                    attribute + " names \"" + name + "\", which is no artifact of the flow",
                    Suggestions.didYouMean(
                            name, flow.artifacts().stream().map(Field::getName).toList()));
        }
        return field;
    }

    private void problem(String what, String cure) {
        problems.add(Problem.of(what, step.where(), cure));
    }
}
