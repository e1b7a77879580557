package io.flowsweep.sweep.file.text;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what is wrong with a file, so that all of it can be told at once. */
public final class ProblemList {

    private final List<Problem> problems = new ArrayList<>();

    public void add(String where, String what, String cure) {
        problems.add(Problem.of(what, where, cure));
    }

    public void add(Problem problem) {
        problems.add(problem);
    }

    /** The result of a step; empty when the step found its input invalid, which is then on this list. */
    public <T> Optional<T> attempt(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** @throws InvalidInputException when anything is on the list */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.stream().distinct().toList());
        }
    }
}
