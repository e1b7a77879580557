package io.flowsweep.cli.drive;

import io.flowsweep.cli.input.Verb.Command;

/** The verbs that set a sweep going and steer it. */
public final class DriveVerbs {

    public static final Command RUN =
            new Command("run", RunCommand.class, "Runs every variant of a sweep file and shows what came of it.");

    public static final Command RESUME = new Command(
            "resume",
            ResumeCommand.class,
            "Goes on with a sweep as it was begun, whatever its files say now; lets a paused one go on.");

    public static final Command RETRY = new Command("retry", RetryCommand.class, "Runs again what failed.");

    public static final Command DEPLOY =
            new Command("deploy", DeployCommand.class, "Deploys every variant of a sweep file, and runs none.");

    public static final Command CANCEL =
            new Command("cancel", ControlCommand.Cancel.class, "Ends a sweep, or one of its variants.");

    public static final Command ADD = new Command(
            "add", AddCommand.class, "Runs a variant again, or adds variants to a sweep, before those that wait.");

    public static final Command PAUSE =
            new Command("pause", ControlCommand.Pause.class, "Lets a sweep start no more runs for the time being.");

    private DriveVerbs() {}
}
