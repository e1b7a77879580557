package io.flowsweep.python;

import java.io.IOException;
import java.nio.file.Path;

/** A program that uses an environment until its standard input ends. */
final class EnvironmentUser {

    private EnvironmentUser() {}

    /** @param arguments the file of its use */
    public static void main(String[] arguments) throws IOException {
        EnvironmentUse.begin(Path.of(arguments[0]));
        System.out.println("begun");
        System.in.readAllBytes();
    }
}
