package io.flowsweep.cli;

import io.flowsweep.cli.Verb.Command;

/** The verbs about what sweeps have brought. */
final class ResultVerbs {

    static final Command RESULTS =
            new Command("results", ResultsCommand.class, "Shows the results of the latest run of a sweep.");

    static final Command COMPARE =
            new Command("compare", CompareCommand.class, "Shows the results of several sweeps in one table.");

    static final Command DIFF =
            new Command("diff", DiffCommand.class, "Shows in what two sweeps, or two variants, differ.");

    static final Command CHART =
            new Command("chart", ChartCommand.class, "Draws a chart of the results, in the terminal or to a file.");

    static final Command REPORT = new Command(
            "report",
            ReportCommand.class,
            "Writes what a sweep has brought as one page: the best, what failed, charts, table.");

    private ResultVerbs() {}
}
