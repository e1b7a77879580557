package io.flowsweep.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "tag",
        description = "Adds, removes or lists the tags of a run.",
        synopsisSubcommandLabel = "VERB",
        subcommands = {FlowTagCommand.Add.class, FlowTagCommand.Remove.class, FlowTagCommand.Show.class})
final class FlowTagCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do with the tags: add, remove or list");
    }

    /** What the three have in common: the run, whose tags are shown at the end. */
    abstract static class OfRun extends StoreInput implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "RUN", description = RunPath.HELP)
        String path;

        List<String> added() {
            return List.of();
        }

        List<String> removed() {
            return List.of();
        }

        @Override
        public Integer call() {
            return new FlowTagVerb(this).call();
        }
    }

    @Command(name = "add", description = "Adds tags to a run that has ended.", sortOptions = false)
    static final class Add extends OfRun {

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "TAG", description = "What to add.")
        List<String> tags;

        @Override
        List<String> added() {
            return tags;
        }
    }

    @Command(name = "remove", description = "Removes tags from a run that has ended.", sortOptions = false)
    static final class Remove extends OfRun {

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "TAG", description = "What to remove.")
        List<String> tags;

        @Override
        List<String> removed() {
            return tags;
        }
    }

    @Command(name = "list", description = "Lists the tags of a run.", sortOptions = false)
    static final class Show extends OfRun {}
}
