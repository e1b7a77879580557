package io.flowsweep.sweep.engine.check;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.sweep.engine.run.VariantJvm;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.SweepSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether this machine has the JDKs that a sweep asks for with {@code jvm.home}. */
public final class VariantJdks {

    private VariantJdks() {}

    /**
     * Looks at each value that is asked for, whether it stands there for all variants or is that of an axis.
     *
     * @return those that only some variants ask for and that are not there, a sentence each: such variants are skipped
     * @throws InvalidInputException when none of them is there
     */
    public static List<String> check(SweepSpec spec, Variants variants) {
        if (!spec.commands().isEmpty() || !asks(spec)) {
            return List.of();
        }
        Map<Object, String> places = new LinkedHashMap<>();
        VariantSample.eachValue(variants)
                .forEach(variant -> Optional.ofNullable(variant.jvm().get("home"))
                        .ifPresent(home -> places.computeIfAbsent(
                                home,
                                key -> variants.origin(variant, "jvm.home").orElse(""))));
        List<Problem> problems = new ArrayList<>();
        places.forEach((home, place) -> problem(spec, home, place).ifPresent(problems::add));
        if (problems.size() == places.size()) {
            InvalidInputException.throwIfAny(problems);
        }
        return problems.stream()
                .map(problem -> problem + " Its variants are skipped.")
                .toList();
    }

    private static boolean asks(SweepSpec spec) {
        return spec.blocks().jvm().containsKey("home")
                || spec.axes().stream().anyMatch(axis -> axis.root().equals("jvm"));
    }

    private static Optional<Problem> problem(SweepSpec spec, Object home, String place) {
        try {
            VariantJvm.checkHome(home, spec.file().getParent());
            return Optional.empty();
        } catch (InvalidInputException e) {
            Problem why = e.problems().get(0);
            String asked = PlainValues.text(home);
            String what = Set.of("", asked).contains(why.where()) ? why.what() : why.where() + ": " + why.what();
            return Optional.of(Problem.of("jvm.home = " + asked + ": " + what, place, why.cure()));
        }
    }
}
