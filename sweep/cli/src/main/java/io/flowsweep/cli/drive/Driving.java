package io.flowsweep.cli.drive;

import io.flowsweep.cli.output.EndReport;
import io.flowsweep.cli.output.Errors;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Interrupts;
import io.flowsweep.cli.output.Screen;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.codec.ShellWord;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.SweepRun;
import io.flowsweep.sweep.results.SweepSummary;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Drives a sweep to its end: in this process, in front of a person or a program, or in the background. */
final class Driving {

    private final CommandLine command;
    private final boolean json;
    private final RunOptions wanted;
    private final PrintWriter out;
    private final PrintWriter err;

    Driving(CommandLine command, boolean json, RunOptions wanted) {
        this.command = command;
        this.json = json;
        this.wanted = wanted;
        this.out = command.getOut();
        this.err = command.getErr();
    }

    /** The exit code. */
    int run(Sweep sweep, SweepOptions options) {
        if (wanted.detach) {
            return new Detached(command, json).run(sweep, options);
        }
        return json ? forMachines(sweep, options) : forPeople(sweep, options);
    }

    private int forMachines(Sweep sweep, SweepOptions options) {
        try (Interrupts interrupts = new Interrupts();
                Displays displays = new Displays(wanted.show)) {
            SweepRun run = sweep.run(options.listener(new JsonView(out)).listener(displays));
            interrupts.onInterrupt(run::cancel);
            displays.open(run, err::println);
            SweepSummary summary = run.await();
            run.problems().forEach(err::println);
            return exitCode(run, summary);
        }
    }

    private int forPeople(Sweep sweep, SweepOptions options) {
        Screen screen = new Screen(out, Terminal.detect());
        try (Interrupts interrupts = new Interrupts();
                Displays displays = new Displays(wanted.show)) {
            SweepRun run;
            SweepSummary summary;
            try (ProgressView view = new ProgressView(screen)) {
                run = sweep.run(options.listener(view).listener(displays));
                view.follow(run::summary);
                interrupts.onInterrupt(() -> {
                    view.ending();
                    run.cancel();
                });
                displays.open(run, screen::print);
                summary = run.await();
            }
            out.print(EndReport.of(
                    run,
                    summary,
                    LeftOut.text(sweep, run.results(), summary),
                    screen.terminal().width()));
            out.flush();
            if (screen.terminal().interactive()) {
                displays.stay(interrupts, screen::print);
            }
            return exitCode(run, summary);
        }
    }

    private int exitCode(SweepRun run, SweepSummary summary) {
        int code = ExitCodes.of(summary);
        if (run.unwritten().isEmpty()) {
            return code;
        }
        Errors.print(
                command,
                run.unwritten().get()
                        + ". What was measured is kept in the store: make room there and write the table with"
                        + " `flowsweep results " + ShellWord.of(summary.name()) + " --csv > FILE`");
        return code == ExitCodes.SUCCESS ? ExitCodes.BAD_INPUT : code;
    }
}
