package io.flowsweep.runner;

import io.flowsweep.classfile.ClassFileScan;
import io.flowsweep.errors.Problem;
import java.util.List;

/** Finds flows that would end the JVM they share. */
final class ExitCheck {

    private ExitCheck() {}

    /** Where these classes call System.exit, Runtime.exit or Runtime.halt. */
    static List<Problem> exits(List<byte[]> classFiles) {
        return classFiles.stream()
                .flatMap(file -> ClassFileScan.exits(file).stream())
                .map(exit -> Problem.of(
                        "the flow calls " + exit.call() + ", which would end every run of this JVM",
                        exit.where(),
                        "Throw an exception instead, or use the process executor."))
                .toList();
    }
}
