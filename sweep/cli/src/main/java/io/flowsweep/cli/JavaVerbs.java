package io.flowsweep.cli;

import io.flowsweep.cli.Verb.Command;

/** The verbs for those who use FlowSweep from Java. */
final class JavaVerbs {

    static final Command JSHELL =
            new Command("jshell", JshellCommand.class, "Starts JShell with FlowSweep on its class path.");

    static final Command CLASSPATH =
            new Command("classpath", ClassPathCommand.class, "Prints the class path that a Java program needs.");

    private JavaVerbs() {}
}
