package io.flowsweep.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "flow",
        description = "Works with one flow.",
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            FlowRunCommand.class,
            FlowResumeCommand.class,
            FlowShowCommand.class,
            FlowCheckCommand.class,
            FlowCardCommand.class,
            FlowListCommand.class,
            FlowLogsCommand.class,
            FlowDumpCommand.class,
            FlowTagCommand.class
        })
final class FlowCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do with the flow: run, resume, show, check, card, list, logs, dump or tag");
    }
}
