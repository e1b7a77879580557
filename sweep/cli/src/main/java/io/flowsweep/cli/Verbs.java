package io.flowsweep.cli;

import io.flowsweep.cli.bench.BenchCommand;
import io.flowsweep.cli.deployment.DeploymentVerbs;
import io.flowsweep.cli.drive.DriveVerbs;
import io.flowsweep.cli.flow.FlowVerbs;
import io.flowsweep.cli.init.InitCommand;
import io.flowsweep.cli.input.Verb.Command;
import io.flowsweep.cli.input.Verb.Group;
import io.flowsweep.cli.jshell.JavaVerbs;
import io.flowsweep.cli.plan.PlanVerbs;
import io.flowsweep.cli.record.RecordVerbs;
import io.flowsweep.cli.results.ResultVerbs;
import io.flowsweep.cli.status.StatusVerbs;

/** All verbs, in the order of help; each package of verbs knows its own. */
final class Verbs {

    static final Group FLOWSWEEP = new Group(
            "flowsweep",
            "Runs many variants of a workflow.",
            "say what to do",
            DriveVerbs.RUN,
            PlanVerbs.PLAN,
            PlanVerbs.CONFIG,
            DriveVerbs.RESUME,
            DriveVerbs.RETRY,
            DriveVerbs.DEPLOY,
            StatusVerbs.STATUS,
            StatusVerbs.WATCH,
            StatusVerbs.UI,
            StatusVerbs.LOGS,
            DriveVerbs.CANCEL,
            DriveVerbs.ADD,
            DriveVerbs.PAUSE,
            RecordVerbs.EXPLAIN,
            RecordVerbs.ACCEPT,
            new Command(
                    "init",
                    InitCommand.class,
                    "Writes a small flow and its sweep file, or a sweep file for a script or a sweep of W&B."),
            ResultVerbs.RESULTS,
            ResultVerbs.COMPARE,
            ResultVerbs.DIFF,
            RecordVerbs.PROVENANCE,
            RecordVerbs.REPRODUCE,
            JavaVerbs.JSHELL,
            JavaVerbs.CLASSPATH,
            new Command("completion", CompletionCommand.class, "Prints what lets a shell complete verbs and options."),
            StatusVerbs.LS,
            RecordVerbs.RM,
            RecordVerbs.EXPORT,
            RecordVerbs.IMPORT,
            ResultVerbs.CHART,
            ResultVerbs.REPORT,
            new Command(
                    "bench",
                    BenchCommand.class,
                    "Measures what a variant costs here: each executor beside a bare JVM and other tools."),
            FlowVerbs.FLOW,
            DeploymentVerbs.DEPLOYMENTS,
            DeploymentVerbs.SCHEDULER,
            DeploymentVerbs.EVENTS);

    private Verbs() {}
}
