package io.flowsweep.cli;

import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.SweepRun;
import io.flowsweep.sweep.results.SweepSummary;
import java.io.PrintWriter;

/** {@code flowsweep run}. */
final class RunVerb {

    private final RunCommand command;
    private final PrintWriter out;
    private final PrintWriter err;

    RunVerb(RunCommand command) {
        this.command = command;
        this.out = command.spec.commandLine().getOut();
        this.err = command.spec.commandLine().getErr();
    }

    int call() {
        Sweep sweep = command.load();
        SweepOptions options = options();
        if (command.dryRun) {
            return dryRun(sweep, options);
        }
        return command.json ? runForMachines(sweep, options) : runForPeople(sweep, options);
    }

    private SweepOptions options() {
        SweepOptions options = SweepOptions.defaults()
                .dependencyListener(this::tell)
                .results(command.results)
                .oversubscribe(command.oversubscribe)
                .strict(command.strict);
        options = command.store == null ? options : options.store(command.store);
        options = command.executor == null ? options : options.executor(command.executor);
        return command.parallel == null ? options : options.parallel(command.parallel);
    }

    /** A line for each library that is resolved or fetched, before the first run starts. */
    private void tell(DependencyEvent event) {
        synchronized (err) {
            err.println(event);
            err.flush();
        }
    }

    private int dryRun(Sweep sweep, SweepOptions options) {
        sweep.check(options);
        if (command.json) {
            PlanText.json(sweep, out);
        } else {
            out.print(PlanText.of(sweep, false, Terminal.detect().width()));
            out.println("Everything is checked; nothing was started.");
            out.flush();
        }
        return ExitCodes.SUCCESS;
    }

    private int runForMachines(Sweep sweep, SweepOptions options) {
        try (Interrupts interrupts = new Interrupts()) {
            SweepRun run = sweep.run(options.listener(new JsonView(out)));
            interrupts.onInterrupt(run::cancel);
            SweepSummary summary = run.await();
            run.problems().forEach(err::println);
            return exitCode(run, summary);
        }
    }

    private int runForPeople(Sweep sweep, SweepOptions options) {
        Screen screen = new Screen(out, Terminal.detect());
        try (Interrupts interrupts = new Interrupts()) {
            SweepRun run;
            SweepSummary summary;
            try (ProgressView view = new ProgressView(screen)) {
                run = sweep.run(options.listener(view));
                interrupts.onInterrupt(() -> {
                    view.ending();
                    run.cancel();
                });
                summary = run.await();
            }
            out.print(EndReport.of(run, summary, screen.terminal().width()));
            out.flush();
            return exitCode(run, summary);
        }
    }

    private int exitCode(SweepRun run, SweepSummary summary) {
        int code = ExitCodes.of(summary);
        if (run.unwritten().isEmpty()) {
            return code;
        }
        Errors.print(
                command.spec.commandLine(),
                run.unwritten().get()
                        + ". What was measured is kept in the store: make room there and write the table with"
                        + " `flowsweep results " + summary.name() + " --csv > FILE`");
        return code == ExitCodes.SUCCESS ? ExitCodes.BAD_INPUT : code;
    }
}
