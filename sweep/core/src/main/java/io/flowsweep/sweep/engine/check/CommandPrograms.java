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
 * Whether the programs, scripts and inputs of a sweep's commands are there, as far as that is the same for all variants and can be told
 * without planning one.
 */
public final class CommandPrograms {

    private CommandPrograms() {}

    /**
     * @return what is odd about the inputs, a sentence each
     * @throws InvalidInputException with all that are not there
     */
    public static List<String> check(SweepSpec spec, Variants variants) {
        BigInteger size =
                spec.commands().isEmpty() ? BigInteger.ZERO : variants.soon().value();
        if (size.signum() == 0) {
            return List.of();
        }
        Set<CommandFlow> flows = new LinkedHashSet<>();
        add(spec, variants, 0, flows);
        AxisValues.forEach(variants.space(), size, (axis, index) -> {
            if (axis.root().equals("flow")) {
                add(spec, variants, index, flows);
            }
        });
        List<Problem> problems = new ArrayList<>();
        List<String> odd = new ArrayList<>();
        for (CommandFlow flow : flows) {
            try {
                if (!variesPath(spec)) {
                    flow.check(spec.asksForPython());
                }
                odd.addAll(flow.inputWarnings());
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        InvalidInputException.throwIfAny(problems);
        return odd;
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
