package io.flowsweep.cli;

import io.flowsweep.cli.Verb.Command;
import io.flowsweep.cli.Verb.Group;

/** All verbs, in the order of help. */
final class Verbs {

    private Verbs() {}

    private static final Group TAG = new Group(
            "tag",
            "Adds, removes or lists the tags of a run.",
            "say what to do with the tags",
            new Command("add", FlowTagCommand.Add.class, "Adds tags to a run that has ended."),
            new Command("remove", FlowTagCommand.Remove.class, "Removes tags from a run that has ended."),
            new Command("list", FlowTagCommand.Show.class, "Lists the tags of a run."));

    private static final Group FLOW = new Group(
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
            new Command("trigger", DeploymentsCommand.Trigger.class, "Starts a run of a deployment."),
            TAG);

    private static final Group DEPLOYMENTS = new Group(
            "deployments",
            "Works with what is deployed.",
            "say what to do with deployments",
            new Command("ls", DeploymentsCommand.Ls.class, "Lists what is deployed."),
            new Command(
                    "show",
                    DeploymentsCommand.Show.class,
                    "Shows a deployment: its configs, its history and its latest runs."),
            new Command("trigger", DeploymentsCommand.Trigger.class, "Starts a run of a deployment."),
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

    private static final Group EVENTS = new Group(
            "events",
            "Publishes events upon which deployed flows are run, and shows them.",
            "say what to do about events",
            new Command("publish", EventsCommand.Publish.class, "Says that something has happened."),
            new Command("ls", EventsCommand.Ls.class, "Lists the events on record, the latest at the end."));

    static final Group FLOWSWEEP = new Group(
            "flowsweep",
            "Runs many variants of a workflow.",
            "say what to do",
            new Command("run", RunCommand.class, "Runs every variant of a sweep file and shows what came of it."),
            new Command(
                    "plan", PlanCommand.class, "Shows which variants a sweep file has; compiles and starts nothing."),
            new Command(
                    "config",
                    ConfigCommand.class,
                    "Shows what a variant is given, each value with its file and line; starts nothing."),
            new Command(
                    "resume",
                    ResumeCommand.class,
                    "Goes on with a sweep as it was begun, whatever its files say now; lets a paused one go on."),
            new Command("retry", RetryCommand.class, "Runs again what failed."),
            new Command("deploy", DeployCommand.class, "Deploys every variant of a sweep file, and runs none."),
            new Command("status", StatusCommand.class, "Shows how a sweep stands."),
            new Command("watch", WatchCommand.class, "Shows how a sweep stands, again and again until its end."),
            new Command("ui", UiCommand.class, "Shows a sweep on a page in the browser, to explore and to steer it."),
            new Command("logs", SweepLogsCommand.class, "Shows what the run of a variant has printed."),
            new Command("cancel", ControlCommand.Cancel.class, "Ends a sweep, or one of its variants."),
            new Command(
                    "add",
                    AddCommand.class,
                    "Runs a variant again, or adds variants to a sweep, before those that wait."),
            new Command("pause", ControlCommand.Pause.class, "Lets a sweep start no more runs for the time being."),
            new Command("explain", ExplainCommand.class, "Says why a variant would be run now, or not."),
            new Command("accept", AcceptCommand.class, "Declares that a change of the flow's code changes no result."),
            new Command(
                    "init",
                    InitCommand.class,
                    "Writes a small flow and its sweep file, or a sweep file for a script or a sweep of W&B."),
            new Command("results", ResultsCommand.class, "Shows the results of the latest run of a sweep."),
            new Command("compare", CompareCommand.class, "Shows the results of several sweeps in one table."),
            new Command("diff", DiffCommand.class, "Shows in what two sweeps, or two variants, differ."),
            new Command(
                    "provenance",
                    ProvenanceCommand.class,
                    "Shows where a sweep comes from: files, config, seeds, commit, libraries, machine."),
            new Command("reproduce", ReproduceCommand.class, "Prints the command that runs one variant by itself."),
            new Command("jshell", JshellCommand.class, "Starts JShell with FlowSweep on its class path."),
            new Command("classpath", ClassPathCommand.class, "Prints the class path that a Java program needs."),
            new Command("completion", CompletionCommand.class, "Prints what lets a shell complete verbs and options."),
            new Command("ls", ListCommand.class, "Lists the sweeps on record, the newest first."),
            new Command("rm", RemoveCommand.class, "Removes a sweep from the record."),
            new Command("export", ExportCommand.class, "Writes a sweep with its runs and results to a zip file."),
            new Command("import", ImportCommand.class, "Takes a sweep from such a file into the store."),
            new Command("chart", ChartCommand.class, "Draws a chart of the results, in the terminal or to a file."),
            new Command(
                    "report",
                    ReportCommand.class,
                    "Writes what a sweep has brought as one page: the best, what failed, charts, table."),
            new Command(
                    "bench",
                    BenchCommand.class,
                    "Measures what a variant costs here: each executor beside a bare JVM and other tools."),
            FLOW,
            DEPLOYMENTS,
            new Command(
                    "scheduler",
                    SchedulerCommand.class,
                    "Starts runs of deployed flows when they are due and when events come."),
            EVENTS);
}
