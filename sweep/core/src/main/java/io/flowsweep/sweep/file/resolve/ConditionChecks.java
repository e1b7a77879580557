package io.flowsweep.sweep.file.resolve;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.space.Condition;
import io.flowsweep.sweep.space.Rewrite;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.space.Variation;
import io.flowsweep.sweep.spec.SweepSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries the conditions of a sweep file when it is read. */
final class ConditionChecks {

    /** How many points are looked at to see whether a condition admits any. */
    private static final long MOST_TRIED = 10_000;

    private final SweepSpec spec;
    private final SpecScope scope;

    ConditionChecks(SweepSpec spec, SpecScope scope) {
        this.spec = spec;
        this.scope = scope;
    }

    /**
     * Checks that their names mean something, and that they admit anything, as far as the first points tell.
     *
     * @param points those of the sweep
     * @throws InvalidInputException otherwise
     */
    void check(Space points) {
        conditions().forEach(this::checkNames);
        Space.Count count = points.count(1);
        for (long tried = 1; count.value().signum() == 0 && !count.exact() && tried < MOST_TRIED; tried *= 2) {
            count = points.count(tried);
        }
        if (count.value().signum() == 0 && count.exact()) {
            throw nothingLeft();
        }
    }

    /** @throws InvalidInputException with the names that mean nothing or several things */
    void checkNames(Condition condition) {
        Map<String, Object> sample = new LinkedHashMap<>();
        spec.axes().forEach(axis -> sample.put(axis.path(), axis.domain().get(0)));
        condition.within(scope).check(spec.axes(), sample);
    }

    private List<Condition> conditions() {
        Variation variation = spec.variation();
        List<Condition> conditions = new ArrayList<>(variation.where());
        conditions.addAll(variation.derive().values());
        variation.space().rewrite(Rewrite.conditions(condition -> {
            conditions.add(condition);
            return condition;
        }));
        spec.run().sweep().order().priority().ifPresent(conditions::add);
        return conditions;
    }

    private InvalidInputException nothingLeft() {
        List<Condition> where = spec.variation().where();
        return where.isEmpty()
                ? new InvalidInputException("no point is left", spec.file().toString(), "Admit at least one.")
                : new InvalidInputException(
                        "no point is left by where = \"" + where.get(0) + "\"",
                        where.get(0).where(),
                        "Admit at least one.");
    }
}
