package io.flowsweep.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(sortOptions = false)
final class PlanCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The sweep file.")
    Path file;

    @Option(names = "--all", description = "Show every variant, not just the first and the last.")
    boolean all;

    @Option(names = "--json", description = "Print each variant with its config as a line of JSON, and nothing else.")
    boolean json;

    @Override
    public Integer call() {
        return new PlanVerb(this).call();
    }
}
