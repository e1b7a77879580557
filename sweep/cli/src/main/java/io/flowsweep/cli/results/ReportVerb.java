package io.flowsweep.cli.results;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.NewFiles;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plots.PlotException;
import io.flowsweep.plots.UnableToWriteException;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.report.ReportFolder;
import io.flowsweep.sweep.results.ChartFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code flowsweep report}. */
final class ReportVerb {

    private final ReportCommand command;

    ReportVerb(ReportCommand command) {
        this.command = command;
    }

    int call() {
        RecordedSweep sweep = PresentView.of(command.recorded(), command);
        Path file =
                command.output == null ? Path.of(StoreLayout.segment(sweep.name()) + "-report.html") : command.output;
        String name = file.toString().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".md")) {
                markdown(sweep, file);
            } else if (name.endsWith(".html")) {
                ReportFolder.html(sweep.report(), file);
            } else {
                throw new InvalidInputException(
                        "a report is a .html or a .md, but got " + file, "--output", "Name the file FILE.html");
            }
        } catch (UnableToWriteException e) {
            throw new InvalidInputException(e.getMessage(), "report of " + sweep.id(), "");
        }
        NewFiles.tellWritten(command.spec.commandLine(), List.of(file), command.json);
        return ExitCodes.SUCCESS;
    }

    private static void markdown(RecordedSweep sweep, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        for (ChartFile chart : sweep.chartFiles()) {
            try {
                ReportFolder.png(chart, sweep::table, folder);
            } catch (UnableToWriteException e) {
                throw e;
            } catch (PlotException e) {
                continue; // the report says why
            }
        }
        ReportFolder.markdown(sweep.report(), file);
    }
}
