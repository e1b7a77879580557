package io.flowsweep.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "card",
        description = "Shows what tasks have put on their cards, also while they run.",
        sortOptions = false)
final class FlowCardCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "RUN/STEP[/TASK]",
            description = "The run's id or latest, the step, and one task of it; default: all its tasks.")
    String path;

    @Option(names = "--id", paramLabel = "ID", description = "Only the card with this id; default: all cards.")
    String id;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where runs are kept; default: FLOWSWEEP_HOME, else the nearest .flowsweep upwards.")
    Path store;

    @ArgGroup
    Format format = new Format();

    static final class Format {

        @Option(names = "--json", description = "Print each card as a line of JSON.")
        boolean json;

        @ArgGroup(exclusive = false)
        Page page;
    }

    static final class Page {

        @Option(
                names = {"-o", "--output"},
                required = true,
                paramLabel = "FILE",
                description = "Write one self-contained HTML page.")
        Path file;

        @Option(
                names = "--follow",
                description = "Write it again while the run goes on; a browser that shows it follows.")
        boolean follow;
    }

    @Override
    public Integer call() {
        return new FlowCardVerb(this).call();
    }
}
