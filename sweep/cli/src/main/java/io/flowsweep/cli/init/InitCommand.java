package io.flowsweep.cli.init;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(sortOptions = false)
public final class InitCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "[java|python] DIR",
            arity = "0..2",
            description =
                    "Write a small flow in Java, or a script in Python, and its sweep file into a folder; both run as they stand.")
    List<String> words = new ArrayList<>();

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description =
                    "Write the sweep file for this script in Python, out of the arguments that it takes by argparse.")
    Path script;

    @Option(
            names = "--from-wandb",
            paramLabel = "FILE",
            description = "Convert a sweep of W&B (YAML) into a sweep file beside it.")
    Path wandb;

    @Option(
            names = "--flow",
            paramLabel = "FLOW",
            description = "The flow that takes the values; default: one is written that runs the sweep's command.")
    Path flow;

    @Option(names = "--force", description = "Overwrite files that are there.")
    boolean force;

    @Option(names = "--json", description = "Print what was written as JSON, and nothing else.")
    boolean json;

    @Override
    public Integer call() {
        if (wandb == null && script == null && words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "say where: flowsweep init DIR, or --from-wandb FILE");
        }
        if (script != null && words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--script needs DIR, the folder of the sweep file");
        }
        if (wandb != null && !words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "DIR and --from-wandb exclude each other");
        }
        if (wandb != null) {
            return new InitWandb(this).call();
        }
        return script == null ? new InitFolder(this).call() : new InitScript(this).call();
    }
}
