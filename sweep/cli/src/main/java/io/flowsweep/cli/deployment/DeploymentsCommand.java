package io.flowsweep.cli.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** The verbs about deployments. */
final class DeploymentsCommand {

    private DeploymentsCommand() {}

    @Command(sortOptions = false)
    static final class Ls extends DeploymentInput implements Callable<Integer> {

        @Option(names = "--tag", paramLabel = "TAG", description = "Only those that carry this tag; may be repeated.")
        List<String> tags = new ArrayList<>();

        @Override
        public Integer call() {
            return new DeploymentListVerb(this).call();
        }
    }

    @Command(sortOptions = false)
    static final class Show extends DeploymentInput implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", description = NAME)
        String name;

        @Option(names = "-n", paramLabel = "N", description = "At most so many of its runs; default: 5.")
        int most = 5;

        @Override
        public Integer call() {
            return new DeploymentShowVerb(this).call();
        }
    }

    @Command(
            footer = {
                "%nA parameter of the flow is given as --NAME VALUE behind the name of the deployment.",
                "The run goes on when this command has ended."
            },
            sortOptions = false)
    static final class Trigger extends DeploymentInput implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", arity = "0..1", description = NAME)
        String name;

        @Option(
                names = "--tag",
                paramLabel = "TAG",
                description = "All deployments that carry this tag, in place of one; may be repeated.")
        List<String> tags = new ArrayList<>();

        @Option(names = "--wait", description = "Wait for the end of the runs; the exit code says how they ended.")
        boolean wait;

        @Option(
                names = "--id",
                paramLabel = "TEXT",
                description = "Start no other run of a deployment when this id has started one before.")
        String id;

        @Option(
                names = "--take-over",
                description =
                        "Go on with the store's runs that a process of another machine has, which ends if it lives.")
        boolean takeOver;

        @Option(
                names = "--param",
                paramLabel = "NAME=VALUE",
                description = "A parameter of the flow that is called like an option of this command.")
        Map<String, String> named = new LinkedHashMap<>();

        /** {@code --NAME value} or {@code --NAME=value} for each parameter of the flow. */
        @Unmatched
        List<String> parameters = new ArrayList<>();

        @Override
        public Integer call() {
            return new DeploymentTriggerVerb(this).call();
        }
    }

    @Command(sortOptions = false)
    static final class Pause extends DeploymentInput.Some implements Callable<Integer> {

        @Override
        public Integer call() {
            return new DeploymentChangeVerb(this).pause();
        }
    }

    @Command(sortOptions = false)
    static final class Unpause extends DeploymentInput.Some implements Callable<Integer> {

        @Override
        public Integer call() {
            return new DeploymentChangeVerb(this).unpause();
        }
    }

    @Command(footer = "%nRuns that are under way go on, and all runs stay on record.", sortOptions = false)
    static final class Delete extends DeploymentInput.Some implements Callable<Integer> {

        @Override
        public Integer call() {
            return new DeploymentChangeVerb(this).delete();
        }
    }

    @Command(sortOptions = false)
    static final class Rollback extends DeploymentInput implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "NAME", description = NAME)
        String name;

        @Parameters(index = "1", paramLabel = "VERSION", description = "The version that is to count again.")
        int version;

        @Option(names = "--force", description = FORCE)
        boolean force;

        @Override
        public Integer call() {
            return new DeploymentRollbackVerb(this).call();
        }
    }

    @Command(sortOptions = false)
    static final class Terminate extends OfRun {

        @Override
        public Integer call() {
            return new TriggeredRunVerb(this).terminate();
        }
    }

    @Command(sortOptions = false)
    static final class Suspend extends OfRun {

        @Override
        public Integer call() {
            return new TriggeredRunVerb(this).suspend();
        }
    }

    @Command(sortOptions = false)
    static final class Unsuspend extends OfRun {

        @Override
        public Integer call() {
            return new TriggeredRunVerb(this).unsuspend();
        }
    }

    /** What the verbs about one triggered run have in common. */
    abstract static class OfRun extends DeploymentInput implements Callable<Integer> {

        @Parameters(paramLabel = "RUN", description = "The id of a triggered run, or its beginning or end.")
        String run;
    }
}
