package io.flowsweep.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(sortOptions = false)
final class InitCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(
            names = "--from-wandb",
            paramLabel = "FILE",
            required = true,
            description = "Convert a sweep of W&B (YAML) into a sweep file beside it.")
    Path wandb;

    @Option(
            names = "--flow",
            paramLabel = "FLOW",
            description = "The flow that takes the values; default: one is written that runs the sweep's command.")
    Path flow;

    @Option(names = "--force", description = "Overwrite files that are there.")
    boolean force;

    @Override
    public Integer call() {
        return new InitVerb(this).call();
    }
}
