package io.flowsweep.cli.plan;

import io.flowsweep.cli.input.Verb.Command;

/** The verbs that start nothing. */
public final class PlanVerbs {

    public static final Command PLAN = new Command(
            "plan", PlanCommand.class, "Shows which variants a sweep file has; compiles and starts nothing.");

    public static final Command CONFIG = new Command(
            "config",
            ConfigCommand.class,
            "Shows what a variant is given, each value with its file and line; starts nothing.");

    private PlanVerbs() {}
}
