package io.flowsweep.cli.results;

import io.flowsweep.cli.output.EndReport;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.results.ResultsStatistics;
import java.io.PrintWriter;

/** {@code flowsweep results}. */
final class ResultsVerb {

    private static final String NOTHING = "No variant has ended.";

    private final ResultsCommand command;

    ResultsVerb(ResultsCommand command) {
        this.command = command;
    }

    int call() {
        TableOutput output = new TableOutput(command, command.table);
        RecordedSweep sweep = PresentView.of(command.recorded(), command);
        Table rows = command.all ? sweep.everything() : sweep.results();
        ResultsStatistics statistics = new ResultsStatistics(sweep.start(), rows);
        if (!command.groupBy.isEmpty()) {
            Table filtered = output.filtered(rows);
            output.printFiltered(new ResultsStatistics(sweep.start(), filtered).by(command.groupBy), NOTHING);
        } else if (command.stats != null) {
            boolean toBest = command.toBest || statistics.baseline().isEmpty();
            output.printStatistics(
                    toBest ? statistics.toBest(command.stats) : statistics.toBaseline(command.stats), NOTHING);
        } else {
            output.print(command.runs ? rows : statistics.byVariant(), NOTHING);
        }
        if (output.isForPeople()) {
            PrintWriter out = command.spec.commandLine().getOut();
            out.println("\n" + EndReport.line(sweep.summary()) + ending(sweep));
            out.flush();
        }
        return ExitCodes.SUCCESS;
    }

    private static String ending(RecordedSweep sweep) {
        if (sweep.lost()) {
            return ". Its driver died before the end";
        }
        return sweep.summary().outcome().isEmpty() ? ". It goes on" : "";
    }
}
