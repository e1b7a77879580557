package io.flowsweep.runner;

import io.flowsweep.dependencies.ClassFileScan;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.util.List;

/** Refuses flows that would end the JVM they share. */
final class ExitCheck {

    private ExitCheck() {}

    /** @throws InvalidInputException when one of these classes calls System.exit, Runtime.exit or Runtime.halt */
    static void refuseExits(List<byte[]> classFiles) {
        List<Problem> problems = classFiles.stream()
                .flatMap(file -> ClassFileScan.exits(file).stream())
                .map(exit -> Problem.of(
                        "the flow calls " + exit.call() + ", which would end every run of this JVM",
                        exit.where(),
                        "Throw an exception instead, or use the process executor."))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }
}
