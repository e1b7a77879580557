package io.flowsweep.cli.results;

import io.flowsweep.cli.input.RecordedInput;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(sortOptions = false)
final class ReportCommand extends RecordedInput implements Callable<Integer> {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "A .html or .md to write; default: NAME-report.html. Markdown has its charts in charts/ beside it.")
    Path output;

    @Override
    public Integer call() {
        return new ReportVerb(this).call();
    }
}
