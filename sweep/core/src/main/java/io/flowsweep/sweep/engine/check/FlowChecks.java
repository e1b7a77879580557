package io.flowsweep.sweep.engine.check;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.dependencies.UnresolvableDependenciesException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.python.UnableToBuildEnvironmentException;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.spec.MetricSpec;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds a sweep against its flow: does it compile, do configs and parameters fit it, has it what the metrics are read from. */
public final class FlowChecks {

    /** Problems of what a flow is given. */
    private static final Pattern OURS = Pattern.compile("the (config|parameter|flow has no (config|parameter)) ");

    /** A value in such a problem: the path of one in the config, or the name of a parameter. */
    private static final Pattern VALUE =
            Pattern.compile("the config \"([^\"]*)\" does not fit \\w+: ([^ :]+): |the flow has no config \"([^\"]+)\""
                    + "|the (?:flow has no )?parameter \"([^\"]+)\"");

    private static final Pattern LINE = Pattern.compile("(?s).*:\\d+");

    private final Path file;
    private final Space space;
    private final BigInteger size;
    private final Function<String, Optional<String>> places;
    private final LongFunction<FlowPlan> plans;

    /**
     * @param file the sweep file, which answers for what has no better place
     * @param size of the space, as far as it is known
     * @param places where a value of the first variant is written, as {@code file:line}, by its path with the root
     * @param plans the plan of the variant of an index
     */
    public FlowChecks(
            Path file,
            Space space,
            BigInteger size,
            Function<String, Optional<String>> places,
            LongFunction<FlowPlan> plans) {
        this.file = file;
        this.space = space;
        this.size = size;
        this.places = places;
        this.plans = plans;
    }

    /**
     * The plan of the first variant whose libraries can be had; empty when problems were added. A variant whose libraries, or Python,
     * cannot be had is no problem of the sweep, unless there is no other.
     */
    public Optional<FlowPlan> check(List<MetricSpec> metrics, List<Problem> problems) {
        Optional<FlowPlan> first = firstPlan(problems);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        FlowPlan plan = first.get();
        int before = problems.size();
        metrics.forEach(metric -> checkSource(metric, plan, problems));
        Set<Axis> bad = new HashSet<>();
        AxisValues.forEach(space, size, (axis, index) -> {
            if (!bad.contains(axis)) {
                checkPoint(axis, index, problems)
                        .filter(failed -> !isFlow(failed))
                        .ifPresent(bad::add);
            }
        });
        return problems.size() == before ? Optional.of(plan) : Optional.empty();
    }

    private Optional<FlowPlan> firstPlan(List<Problem> problems) {
        List<Long> candidates = new ArrayList<>(List.of(0L));
        AxisValues.forEach(space, size, (axis, index) -> candidates.add(index));
        List<Problem> without = new ArrayList<>();
        for (long index : candidates) {
            try {
                return Optional.of(plans.apply(index));
            } catch (UnresolvableDependenciesException | UnableToBuildEnvironmentException e) {
                e.problems().stream().filter(p -> !without.contains(p)).forEach(without::add);
            } catch (InvalidInputException e) {
                e.problems().forEach(p -> problems.add(placed(p)));
                return Optional.empty();
            }
        }
        problems.addAll(without);
        return Optional.empty();
    }

    private static void checkSource(MetricSpec metric, FlowPlan plan, List<Problem> problems) {
        List<String> steps = plan.steps().stream().map(step -> step.name()).toList();
        switch (metric.source()) {
            case ARTIFACT -> {
                if (plan.command().isEmpty()) { // nobody knows what a command leaves
                    check(metric, "artifact", plan, plan.artifactNames(), problems);
                }
            }
            case DURATION ->
                check(
                        metric,
                        "step",
                        plan,
                        Stream.concat(Stream.of(MetricSpec.RUN), steps.stream()).toList(),
                        problems);
            case REPORTED, STDOUT, PATTERN, CSV, RESOURCE -> {}
        }
    }

    private static void check(
            MetricSpec metric, String what, FlowPlan plan, Collection<String> names, List<Problem> problems) {
        if (!names.contains(metric.of())) {
            problems.add(Problem.of(
                    "the metric \"" + metric.name() + "\" names the " + what + " \"" + metric.of() + "\", which "
                            + plan.flow() + " does not have",
                    metric.where(),
                    Suggestions.didYouMean(metric.of(), names)));
        }
    }

    /** The axis again when its value at this point does not fit the flow. */
    private Optional<Axis> checkPoint(Axis axis, long index, List<Problem> problems) {
        try {
            plans.apply(index);
            return Optional.empty();
        } catch (UnresolvableDependenciesException | UnableToBuildEnvironmentException e) {
            return Optional.empty(); // only this variant cannot run
        } catch (InvalidInputException e) {
            Object value = space.get(index).get(axis.path());
            Problem first = e.problems().get(0);
            String where = isFlow(axis) && LINE.matcher(first.where()).matches() ? first.where() : axis.where();
            problems.add(Problem.of(axis.name() + " = " + value + ": " + first.what(), where, first.cure()));
            return Optional.of(axis);
        }
    }

    /** Each value of such an axis is wrong for a reason of its own, at a place of its own. */
    private static boolean isFlow(Axis axis) {
        return axis.root().equals("flow");
    }

    /** Where the value may be: in the only config of the sweep, in one of several, in the parameters. */
    private static Stream<String> paths(Matcher value) {
        if (value.group(1) != null) {
            String own = ConfigPaths.child("configs", value.group(1)) + "." + value.group(2);
            return Stream.of("config." + value.group(2), own, "config", ConfigPaths.child("configs", value.group(1)));
        }
        return Stream.of(
                value.group(3) != null ? ConfigPaths.child("configs", value.group(3)) : "params." + value.group(4));
    }

    /** What lies in a value that the sweep gives is placed where the sweep file says that value. */
    private Problem placed(Problem problem) {
        if (LINE.matcher(problem.where()).matches()
                || !OURS.matcher(problem.what()).lookingAt()) {
            return problem;
        }
        Matcher value = VALUE.matcher(problem.what());
        Optional<String> where = value.lookingAt()
                ? paths(value).map(places).flatMap(Optional::stream).findFirst()
                : Optional.empty();
        return Problem.of(problem.what(), where.orElse(SourcePlaces.of(file)), problem.cure());
    }
}
