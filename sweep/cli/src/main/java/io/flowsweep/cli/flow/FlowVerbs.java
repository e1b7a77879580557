package io.flowsweep.cli.flow;

import io.flowsweep.cli.deployment.DeploymentVerbs;
import io.flowsweep.cli.input.Verb.Command;
import io.flowsweep.cli.input.Verb.Group;

/** The verbs about one flow. */
public final class FlowVerbs {

    private static final Group TAG = new Group(
            "tag",
            "Adds, removes or lists the tags of a run.",
            "say what to do with the tags",
            new Command("add", FlowTagCommand.Add.class, "Adds tags to a run that has ended."),
            new Command("remove", FlowTagCommand.Remove.class, "Removes tags from a run that has ended."),
            new Command("list", FlowTagCommand.Show.class, "Lists the tags of a run."));

    public static final Group FLOW = new Group(
            "flow",
            "Works with one flow.",
            "say what to do with the flow",
            new Command(
                    "run",
                    FlowRunCommand.class,
                    "Runs a flow, shows its log while it runs and its artifacts at the end."),
            new Command(
                    "resume",
                    FlowResumeCommand.class,
                    "Runs a flow again from where another run of it ended; finished tasks are taken over."),
            new Command(
                    "show",
                    FlowShowCommand.class,
                    "Shows a flow's graph, artifacts, configs and parameters; --json prints its plan.",
                    "--config alone shows every value of the configs with its file and line."),
            new Command(
                    "check",
                    FlowCheckCommand.class,
                    "Compiles a flow and checks everything that can be checked without running it."),
            new Command(
                    "card", FlowCardCommand.class, "Shows what tasks have put on their cards, also while they run."),
            new Command(
                    "list", FlowListCommand.class, "Lists the flows on record, or the runs of one, the newest first."),
            new Command("logs", FlowLogsCommand.class, "Shows what a run, a step or a task has printed."),
            new Command("dump", FlowDumpCommand.class, "Shows the artifacts that a run, a step or a task has left."),
            new Command(
                    "deploy",
                    FlowDeployCommand.class,
                    "Deploys a flow with its code, libraries and configs as they are now, to be triggered later."),
            new Command(
                    "schedule",
                    FlowScheduleCommand.class,
                    "Deploys a flow that is to run at certain times, and shows the next of them."),
            DeploymentVerbs.TRIGGER,
            TAG);

    private FlowVerbs() {}
}
