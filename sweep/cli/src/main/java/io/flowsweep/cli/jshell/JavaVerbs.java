package io.flowsweep.cli.jshell;

import io.flowsweep.cli.input.Verb.Command;

/** The verbs for those who use FlowSweep from Java. */
public final class JavaVerbs {

    public static final Command JSHELL =
            new Command("jshell", JshellCommand.class, "Starts JShell with FlowSweep on its class path.");

    public static final Command CLASSPATH =
            new Command("classpath", ClassPathCommand.class, "Prints the class path that a Java program needs.");

    private JavaVerbs() {}
}
