package io.flowsweep.sweep.file;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what is wrong with a file, so that all of it can be told at once. */
final class ProblemList {

    private final List<Problem> problems = new ArrayList<>();

    void add(String where, String what, String cure) {
        problems.add(Problem.of(what, where, cure));
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** The result of a step; empty when the step found its input invalid, which is then on this list. */
    <T> Optional<T> attempt(Supplier<T> step) {
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
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.stream().distinct().toList());
        }
    }
}
