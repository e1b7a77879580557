package io.flowsweep.cli.bench;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(sortOptions = false)
public final class BenchCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(
            names = "--scale",
            paramLabel = "NUMBER",
            description = "How much work, in relation to the usual; default: 1, which takes about two minutes.")
    double scale = 1;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Measure these alone, for instance worker,process,\"hello-world JVM\".")
    List<String> only = List.of();

    @Option(
            names = "--driver",
            paramLabel = "VARIANTS",
            split = ",",
            arity = "0..1",
            fallbackValue = "100,1000,10000,100000",
            description =
                    "Measure what the driver costs a variant in sweeps of these sizes, beside other tools that take part; without numbers"
                            + " 100,1000,10000,100000, which takes about ten minutes.")
    List<Integer> driver = List.of();

    @Option(
            names = "--metaflow",
            description = "Measure a flow of Metaflow: by itself, in Metaflow's Runner, and swept. About five minutes.")
    boolean metaflow;

    @Option(
            names = "--python",
            paramLabel = "COMMAND",
            description =
                    "A Python that may have Metaflow, Hydra and Optuna; what it has takes part. Default: python3.")
    String python = "python3";

    @Option(names = "--json", description = "Print each line of the table as a line of JSON, and nothing else.")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        return new BenchVerb(this).call();
    }
}
