package io.flowsweep.cli.record;

import io.flowsweep.cli.input.RecordedInput;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(sortOptions = false)
final class ExportCommand extends RecordedInput implements Callable<Integer> {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The .zip to write; default: NAME.zip.")
    Path output;

    @Option(names = "--masked", description = "Mask the values of secrets: for others to look at, not to go on with.")
    boolean masked;

    @Option(names = "--force", description = "Replace a file that is there.")
    boolean force;

    @Override
    public Integer call() {
        return new ExportVerb(this).call();
    }
}
