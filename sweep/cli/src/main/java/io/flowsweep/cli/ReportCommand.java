package io.flowsweep.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "SWEEP",
            arity = "0..1",
            description = "A sweep file, or the name or id of a sweep; default: the latest.")
    String sweep;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "A .html or .md to write; default: NAME-report.html. Markdown has its charts in charts/ beside it.")
    Path output;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where runs are kept; default: FLOWSWEEP_HOME, else the nearest .flowsweep upwards.")
    Path store;

    @Option(names = "--json", description = "Print what was written as JSON, and nothing else.")
    boolean json;

    @Override
    public Integer call() {
        return new ReportVerb(this).call();
    }
}
