package io.flowsweep.sweep.engine.check;

import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.runner.Runner;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.variant.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether this machine can run every variant of a sweep: the strict look before anything is started. */
public final class MachineFits {

    /** More would not be read. */
    private static final int MOST = 10;

    private MachineFits() {}

    /**
     * Why variants can never run: a sentence for each reason.
     *
     * @param some of the variants
     */
    public static List<String> reasons(Stream<Variant> some, Function<Variant, Runner> runners) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        some.forEach(variant -> {
            try {
                runners.apply(variant).preparation().need();
            } catch (FlowSweepException e) {
                names.computeIfAbsent(e.getMessage(), reason -> new ArrayList<>())
                        .add(variant.name());
            }
        });
        List<String> sentences = new ArrayList<>();
        names.forEach((reason, which) -> sentences.add(which.get(0)
                + (which.size() > 1 ? " and " + (which.size() - 1) + " more" : "") + " cannot run here: " + reason));
        return sentences;
    }

    /**
     * Looks at every variant, one after the other.
     *
     * @param where the sweep file
     * @throws InvalidInputException with those that can never run, the first {@value #MOST} by name
     */
    public static void check(Variants variants, Function<Variant, Runner> runners, String where) {
        List<Problem> problems = new ArrayList<>();
        long refused = 0;
        long size = variants.size().longValueExact();
        for (long i = 0; i < size; i++) {
            String name = "variant " + i;
            try {
                Variant variant = variants.get(i);
                name = variant.name();
                runners.apply(variant).preparation().need();
            } catch (FlowSweepException e) {
                refused++;
                if (problems.size() < MOST) {
                    problems.add(Problem.of(name + ": " + e.getMessage(), where, ""));
                }
            }
        }
        if (refused > MOST) {
            problems.add(Problem.of("and " + (refused - MOST) + " more variants that cannot run here", where, ""));
        }
        if (refused > 0) {
            throw new InvalidInputException(problems);
        }
    }
}
