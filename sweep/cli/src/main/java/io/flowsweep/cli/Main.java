package io.flowsweep.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code flowsweep} command. */
@Command(
        name = "flowsweep",
        description = "Runs many variants of a workflow.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "VERB",
        subcommands = {RunCommand.class, PlanCommand.class, ResultsCommand.class, FlowCommand.class},
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  everything succeeded",
            "  1  some variant failed",
            "  2  bad usage or configuration",
            "  3  ended early",
            " 70  a fault of FlowSweep",
            "130  interrupted"
        })
public final class Main implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.",
            scope = ScopeType.INHERIT)
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Option(names = Errors.STACKTRACE, description = "Show where an error comes from.", scope = ScopeType.INHERIT)
    private boolean stacktrace;

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command, for tests too. */
    static CommandLine commandLine() {
        Errors errors = new Errors();
        return new CommandLine(new Main())
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .setOut(Output.writer(System.out))
                .setErr(Output.writer(System.err));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: run, plan, results or flow");
    }
}
