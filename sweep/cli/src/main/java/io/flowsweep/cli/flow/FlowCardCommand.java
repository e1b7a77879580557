package io.flowsweep.cli.flow;

import io.flowsweep.cli.input.StoreInput;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(footer = "%n--json prints a line for each card.", sortOptions = false)
final class FlowCardCommand extends StoreInput implements Callable<Integer> {

    @Parameters(paramLabel = RunPath.LABEL, description = RunPath.HELP)
    String path;

    @Option(names = "--id", paramLabel = "ID", description = "Only cards with this id; default: all.")
    String id;

    @ArgGroup(exclusive = false)
    Page page;

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
