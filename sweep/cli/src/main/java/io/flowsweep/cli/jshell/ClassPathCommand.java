package io.flowsweep.cli.jshell;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.codec.Json;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code flowsweep classpath}: what a Java program, JShell or a notebook needs to use FlowSweep. */
@Command
final class ClassPathCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print the parts as JSON, and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        String path = System.getProperty("java.class.path");
        List<String> jars = List.of(path.split(File.pathSeparator));
        spec.commandLine().getOut().print((json ? Json.write(Map.of("classpath", jars)) : path) + "\n");
        spec.commandLine().getOut().flush();
        return ExitCodes.SUCCESS;
    }
}
