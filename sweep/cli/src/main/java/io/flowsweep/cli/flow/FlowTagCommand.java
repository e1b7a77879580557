package io.flowsweep.cli.flow;

import io.flowsweep.cli.input.StoreInput;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The verbs about the tags of a run. */
final class FlowTagCommand {

    private FlowTagCommand() {}

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

    @Command(sortOptions = false)
    static final class Add extends OfRun {

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "TAG", description = "What to add.")
        List<String> tags;

        @Override
        List<String> added() {
            return tags;
        }
    }

    @Command(sortOptions = false)
    static final class Remove extends OfRun {

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "TAG", description = "What to remove.")
        List<String> tags;

        @Override
        List<String> removed() {
            return tags;
        }
    }

    @Command(sortOptions = false)
    static final class Show extends OfRun {}
}
