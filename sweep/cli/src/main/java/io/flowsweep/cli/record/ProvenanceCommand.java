package io.flowsweep.cli.record;

import io.flowsweep.cli.input.RecordedInput;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code flowsweep provenance}. */
@Command(sortOptions = false)
final class ProvenanceCommand extends RecordedInput implements Callable<Integer> {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Print one of the files as it was, by its path or the end of it; secrets are masked.")
    String file;

    @Override
    public Integer call() {
        return new ProvenanceVerb(this).call();
    }
}
