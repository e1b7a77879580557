package io.flowsweep.cli.deployment;

import io.flowsweep.cli.input.StoreInput;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        footer = {
            "%nThere is one scheduler for a store. It may be ended and started again at any time: nothing is lost, and nothing",
            "done twice. Runs that it has started go on without it."
        },
        sortOptions = false)
final class SchedulerCommand extends StoreInput implements Callable<Integer> {

    @ArgGroup
    Until until = new Until();

    /** When it ends by itself. */
    static final class Until {

        @Option(names = "--once", description = "Start what is due now, deliver the events that there are, and end.")
        boolean once;

        @Option(
                names = "--until-idle",
                description = "End when all events are delivered and all runs of deployments have ended.")
        boolean idle;
    }

    @Option(
            names = "--take-over",
            description = {
                "Work in place of another scheduler of the store, which ends if it lives, and go on with the runs",
                "that a process of another machine has."
            })
    boolean takeOver;

    @Override
    public Integer call() {
        return new SchedulerVerb(this).call();
    }
}
