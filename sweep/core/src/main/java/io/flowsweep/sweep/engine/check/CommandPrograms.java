package io.flowsweep.sweep.engine.check;

import io.flowsweep.command.CommandFlow;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.FlowInCode;
import io.flowsweep.sweep.spec.SweepSpec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the programs and scripts of a sweep's commands are there, as far as that is the same for all variants and can be told without
 * planning one.
 */
public final class CommandPrograms {

    private CommandPrograms() {}

    /** @throws InvalidInputException with all that are not */
    public static void check(SweepSpec spec, Variants variants) {
        if (spec.commands().isEmpty() || variesPath(spec)) {
            return;
        }
        BigInteger size = variants.soon().value();
        if (size.signum() == 0) {
            return;
        }
        Set<CommandFlow> flows = new LinkedHashSet<>();
        add(spec, variants, 0, flows);
        AxisValues.forEach(variants.space(), size, (axis, index) -> {
            if (axis.root().equals("flow")) {
                add(spec, variants, index, flows);
            }
        });
        List<Problem> problems = new ArrayList<>();
        for (CommandFlow flow : flows) {
            try {
                flow.check(spec.asksForPython());
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        InvalidInputException.throwIfAny(problems);
    }

    private static void add(SweepSpec spec, Variants variants, long index, Set<CommandFlow> flows) {
        spec.flowInCode(spec.flow(variants.get(index)))
                .flatMap(FlowInCode::command)
                .ifPresent(flows::add);
    }

    /** Whether runs may find programs elsewhere than their commands say. */
    private static boolean variesPath(SweepSpec spec) {
        return spec.blocks().environment().containsKey("PATH")
                || spec.axes().stream().anyMatch(axis -> axis.path().equals("environment.PATH"));
    }
}
