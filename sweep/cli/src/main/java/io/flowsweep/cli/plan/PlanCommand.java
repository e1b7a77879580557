package io.flowsweep.cli.plan;

import io.flowsweep.cli.input.SweepInput;
import io.flowsweep.sweep.VariantWord;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(sortOptions = false)
final class PlanCommand extends SweepInput implements Callable<Integer> {

    @Option(names = "--all", description = "Show every variant, not just the first and the last.")
    boolean all;

    @Option(names = "--count", description = "Count all variants, however long that takes with a where.")
    boolean count;

    @Option(
            names = "--only",
            paramLabel = "VARIANT",
            description = "Show only what is named so: a variant, " + VariantWord.HELP_SEVERAL + ".")
    String only;

    @Option(names = "--smoke", description = "Show what run --smoke runs: the first and the last variant.")
    boolean smoke;

    @Option(names = "--shard", paramLabel = "I/N", description = "Show what run --shard runs: the I-th of N parts.")
    String shard;

    @Option(
            names = "--diff",
            arity = "2",
            paramLabel = "I J",
            description = "Show in which values two variants differ, by their numbers from 0.")
    BigInteger[] diff;

    @Option(
            names = "--inputs",
            description = "List the files that decide the results of its command, and nothing else.")
    boolean inputs;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where runs are kept; default: FLOWSWEEP_HOME, else the nearest .flowsweep upwards.")
    Path store;

    @Option(names = "--json", description = "Print each variant with its config as a line of JSON, and nothing else.")
    boolean json;

    @Override
    public Integer call() {
        return new PlanVerb(this).call();
    }
}
