package io.flowsweep.cli.results;

import io.flowsweep.cli.input.Verb.Command;

/** The verbs about what sweeps have brought. */
public final class ResultVerbs {

    public static final Command RESULTS =
            new Command("results", ResultsCommand.class, "Shows the results of the latest run of a sweep.");

    public static final Command COMPARE =
            new Command("compare", CompareCommand.class, "Shows the results of several sweeps in one table.");

    public static final Command DIFF =
            new Command("diff", DiffCommand.class, "Shows in what two sweeps, or two variants, differ.");

    public static final Command CHART =
            new Command("chart", ChartCommand.class, "Draws a chart of the results, in the terminal or to a file.");

    public static final Command REPORT = new Command(
            "report",
            ReportCommand.class,
            "Writes what a sweep has brought as one page: the best, what failed, charts, table.");

    private ResultVerbs() {}
}
