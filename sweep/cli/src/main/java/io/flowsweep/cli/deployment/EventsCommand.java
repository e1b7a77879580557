package io.flowsweep.cli.deployment;

import io.flowsweep.cli.input.StoreInput;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs about events. */
final class EventsCommand {

    private EventsCommand() {}

    @Command(
            footer = "%nThe scheduler delivers it to the deployments that wait for it: at once, or when it is started.",
            sortOptions = false)
    static final class Publish extends StoreInput implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", description = "What has happened: letters, digits and . _ / -")
        String name;

        @Option(names = "--payload", paramLabel = "JSON", description = "An object with more about it; default: {}.")
        String payload = "{}";

        @Option(
                names = "--id",
                paramLabel = "TEXT",
                description = "Of several events of one name and id the first counts; default: an id like no other.")
        String id;

        @Override
        public Integer call() {
            return new EventsVerb(this).publish(this);
        }
    }

    @Command(sortOptions = false)
    static final class Ls extends StoreInput implements Callable<Integer> {

        @Option(
                names = "-n",
                paramLabel = "N",
                description = "At most so many, the latest; default: 20, with --json all.")
        Integer most;

        @Override
        public Integer call() {
            return new EventsVerb(this).list(this);
        }
    }
}
