package io.flowsweep.errors;

import java.util.List;
import java.util.stream.Collectors;

/** Something a user wrote cannot be carried out. Nothing has been started or written when this is thrown. */
public class InvalidInputException extends FlowSweepException {

    private final transient List<Problem> problems;

    /** @throws IllegalArgumentException when {@code problems} is empty */
    public InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an invalid input has at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    public InvalidInputException(Problem problem) {
        this(List.of(problem));
    }

    public InvalidInputException(String what, String where, String cure) {
        this(new Problem(what, where, cure));
    }

    /** @throws InvalidInputException with all of them, when there are any */
    public static void throwIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /** All that is wrong, in the order found; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
