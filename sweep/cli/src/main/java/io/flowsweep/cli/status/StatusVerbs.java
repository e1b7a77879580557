package io.flowsweep.cli.status;

import io.flowsweep.cli.input.Verb.Command;

/** The verbs that show how sweeps stand. */
public final class StatusVerbs {

    public static final Command STATUS = new Command("status", StatusCommand.class, "Shows how a sweep stands.");

    public static final Command WATCH =
            new Command("watch", WatchCommand.class, "Shows how a sweep stands, again and again until its end.");

    public static final Command UI =
            new Command("ui", UiCommand.class, "Shows a sweep on a page in the browser, to explore and to steer it.");

    public static final Command LOGS =
            new Command("logs", SweepLogsCommand.class, "Shows what the run of a variant has printed.");

    public static final Command LS =
            new Command("ls", ListCommand.class, "Lists the sweeps on record, the newest first.");

    private StatusVerbs() {}
}
