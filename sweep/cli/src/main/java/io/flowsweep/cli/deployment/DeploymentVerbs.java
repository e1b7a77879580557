package io.flowsweep.cli.deployment;

import io.flowsweep.cli.input.Verb.Command;
import io.flowsweep.cli.input.Verb.Group;

/** The verbs about what is deployed and what starts it. */
public final class DeploymentVerbs {

    public static final Command TRIGGER =
            new Command("trigger", DeploymentsCommand.Trigger.class, "Starts a run of a deployment.");

    public static final Group DEPLOYMENTS = new Group(
            "deployments",
            "Works with what is deployed.",
            "say what to do with deployments",
            new Command("ls", DeploymentsCommand.Ls.class, "Lists what is deployed."),
            new Command(
                    "show",
                    DeploymentsCommand.Show.class,
                    "Shows a deployment: its configs, its history and its latest runs."),
            TRIGGER,
            new Command(
                    "pause",
                    DeploymentsCommand.Pause.class,
                    "Lets schedules and events start no runs of deployments for the time being."),
            new Command("unpause", DeploymentsCommand.Unpause.class, "Lets schedules and events start runs again."),
            new Command(
                    "rollback",
                    DeploymentsCommand.Rollback.class,
                    "Makes an earlier version of a deployment count again."),
            new Command("delete", DeploymentsCommand.Delete.class, "Removes deployments."),
            new Command("terminate", DeploymentsCommand.Terminate.class, "Ends a triggered run."),
            new Command("suspend", DeploymentsCommand.Suspend.class, "Lets no further task of a triggered run begin."),
            new Command("unsuspend", DeploymentsCommand.Unsuspend.class, "Lets its tasks begin again."));

    public static final Command SCHEDULER = new Command(
            "scheduler",
            SchedulerCommand.class,
            "Starts runs of deployed flows when they are due and when events come.");

    public static final Group EVENTS = new Group(
            "events",
            "Publishes events upon which deployed flows are run, and shows them.",
            "say what to do about events",
            new Command("publish", EventsCommand.Publish.class, "Says that something has happened."),
            new Command("ls", EventsCommand.Ls.class, "Lists the events on record, the latest at the end."));

    private DeploymentVerbs() {}
}
