package io.flowsweep.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code flowsweep classpath}: what a Java program, JShell or a notebook needs to use FlowSweep. */
@Command
final class ClassPathCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(System.getProperty("java.class.path"));
        return ExitCodes.SUCCESS;
    }
}
