package io.flowsweep.cli;

import io.flowsweep.cli.Verb.Command;

/** The verbs that start nothing. */
final class PlanVerbs {

    static final Command PLAN = new Command(
            "plan", PlanCommand.class, "Shows which variants a sweep file has; compiles and starts nothing.");

    static final Command CONFIG = new Command(
            "config",
            ConfigCommand.class,
            "Shows what a variant is given, each value with its file and line; starts nothing.");

    private PlanVerbs() {}
}
